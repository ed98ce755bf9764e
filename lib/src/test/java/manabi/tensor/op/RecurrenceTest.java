package manabi.tensor.op;

import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import manabi.tensor.GradientTape;
import manabi.tensor.Operation;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What all recurrent operations have in common; their formulas are tested one by one. */
class RecurrenceTest {

  /** The same vector, once for all the steps that have it, or a copy for each of them. */
  @ParameterizedTest
  @EnumSource
  void sharedRowsAreWorthTheirCopies(RecurrentKind kind) {
    int n = 3;
    int steps = 5;
    int h = 17;
    SequenceRows shared =
        new SequenceRows(n, steps, new int[] {3, 1, 1, 0, 3, 2, 2, 2, 2, 2, 0, 1, 2, 3, 0}, true);
    Tensor sums = random(1, 4, kind.gates * h);
    Tensor copies = sums.gather(shared.rows());
    SequenceRows inOrder = SequenceRows.inOrder(n, steps).reverse();
    Tensor g = random(2, n, steps, h);

    List<Tensor> ofShared = outputAndGradient(kind.over(shared, true), g, sums, kind.weights(h));
    List<Tensor> ofCopies = outputAndGradient(kind.over(inOrder, true), g, copies, kind.weights(h));

    assertThat(ofShared.get(0).data()).isEqualTo(ofCopies.get(0).data());
    float[] added = new float[sums.size()];
    for (int i = 0; i < copies.size(); i++) {
      int row = shared.rows()[i / (kind.gates * h)];
      added[row * kind.gates * h + i % (kind.gates * h)] += ofCopies.get(1).data()[i];
    }
    assertThat(ofShared.get(1).data()).containsExactly(added, within(1e-5f));
    assertThat(ofShared.get(2).data()).isEqualTo(ofCopies.get(2).data());
  }

  /** Returns the output and its gradients, weighted by {@code g}, by sums and weights. */
  private static List<Tensor> outputAndGradient(
      Operation operation, Tensor g, Tensor sums, Tensor... weights) {
    List<Tensor> inputs = new ArrayList<>(List.of(sums));
    inputs.addAll(List.of(weights));
    try (var tape = GradientTape.open()) {
      Tensor y = operation.apply(inputs.toArray(Tensor[]::new));
      List<Tensor> result = new ArrayList<>(List.of(y));
      result.addAll(tape.gradient(y.multiply(g).sum(), inputs));
      return result;
    }
  }

  /** What is kept for the way back changes nothing. */
  @ParameterizedTest
  @EnumSource
  void withoutATapeTheResultIsTheSame(RecurrentKind kind) {
    Tensor[] inputs = kind.inputs(5, 7, 3, 11);
    for (boolean everyState : new boolean[] {false, true}) {
      float[] alone = kind.apply(everyState, false, inputs).data();
      GradientTape tape = GradientTape.open();
      float[] recorded = kind.apply(everyState, false, inputs).data();
      tape.close();
      assertThat(recorded).isEqualTo(alone);
    }
  }

  @ParameterizedTest
  @EnumSource
  void lastStateIsTheLastOfAll(RecurrentKind kind) {
    Tensor[] inputs = kind.inputs(4, 6, 3, 5);
    for (boolean backward : new boolean[] {false, true}) {
      Tensor all = kind.apply(true, backward, inputs);
      Tensor last = kind.apply(false, backward, inputs);
      assertThat(all.shape()).containsExactly(4, 6, 5);
      assertThat(Sequences.at(all, backward ? 0 : 5).data()).isEqualTo(last.data());
    }
  }

  @ParameterizedTest
  @EnumSource
  void backwardIsForwardOverReversedSequences(RecurrentKind kind) {
    Tensor[] inputs = kind.inputs(3, 4, 2, 5);
    Tensor reversed = Tensor.zeros(3, 4, 2);
    for (int i = 0; i < 12; i++) {
      int mirrored = i / 4 * 4 + 3 - i % 4;
      System.arraycopy(inputs[0].data(), 2 * i, reversed.data(), 2 * mirrored, 2);
    }
    Tensor backward = kind.apply(true, true, inputs);
    inputs[0] = reversed;
    Tensor forward = kind.apply(true, false, inputs);
    for (int t = 0; t < 4; t++) {
      assertThat(Sequences.at(backward, t).data()).isEqualTo(Sequences.at(forward, 3 - t).data());
    }
  }

  /** A walk takes seconds where a batch has thousands of sequences. */
  @ParameterizedTest
  @EnumSource
  void interruptEndsTheWalkThroughTime(RecurrentKind kind) {
    int h = 5;
    Tensor sums = random(1, 6, kind.gates * h);
    List<Tensor> inputs = new ArrayList<>(List.of(sums));
    inputs.addAll(List.of(kind.weights(h)));
    Tensor[] all = inputs.toArray(Tensor[]::new);
    Recurrence operation = (Recurrence) kind.over(SequenceRows.inOrder(2, 3), false);
    GradientTape tape = GradientTape.open();
    Tensor y = operation.forward(all);
    tape.close();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> operation.backward(y, new boolean[] {true, true, true}))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> operation.forward(all)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    SequenceRows places = SequenceRows.inOrder(2, 3);
    Tensor sums = Tensor.zeros(6, 20);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LstmSequence(places, false).apply(sums, Tensor.zeros(5, 15)))
        .withMessage("wh must be [H, 4 H], was [5, 15]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new LstmSequence(places, false).apply(Tensor.zeros(6, 16), Tensor.zeros(5, 20)))
        .withMessage("sums must be [R, 20], was [6, 16]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new GruSequence(places, false, true)
                    .apply(Tensor.zeros(6, 15), Tensor.zeros(5, 15), Tensor.zeros(5)))
        .withMessage("recurrent bias must be [15], was [5]");
  }
}
