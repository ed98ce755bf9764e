package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GruSequenceTest {

  @ParameterizedTest(name = "{0} sequences of {1} steps, {2} to {3}, backward {4}, all {5}")
  @CsvSource({
    "1, 1, 1, 1, false, true",
    "3, 1, 2, 5, true, false",
    "2, 4, 3, 5, false, false",
    "3, 5, 2, 7, true, true",
    "5, 2, 4, 17, false, true"
  })
  void gradientsMatchDifferencesWithResetBefore(
      int n, int t, int d, int h, boolean backward, boolean everyState) {
    assertGradients(
        inputs -> RecurrentKind.GRU_RESET_BEFORE.apply(everyState, backward, inputs),
        RecurrentKind.GRU_RESET_BEFORE.inputs(n, t, d, h));
  }

  @ParameterizedTest(name = "{0} sequences of {1} steps, {2} to {3}, backward {4}, all {5}")
  @CsvSource({
    "1, 1, 1, 1, false, true",
    "3, 1, 2, 5, true, false",
    "2, 4, 3, 5, false, false",
    "3, 5, 2, 7, true, true",
    "5, 2, 4, 17, false, true"
  })
  void gradientsMatchDifferencesWithResetAfter(
      int n, int t, int d, int h, boolean backward, boolean everyState) {
    assertGradients(
        inputs -> RecurrentKind.GRU_RESET_AFTER.apply(everyState, backward, inputs),
        RecurrentKind.GRU_RESET_AFTER.inputs(n, t, d, h));
  }

  /** The formulas step by step, with operations of their own. */
  @ParameterizedTest(name = "{0} sequences of {1} steps, {2} to {3}, backward {4}, after {5}")
  @CsvSource({
    "1, 1, 1, 1, false, false",
    "3, 6, 2, 5, true, false",
    "5, 2, 3, 17, false, false",
    "1, 1, 1, 1, false, true",
    "3, 6, 2, 5, true, true",
    "2, 3, 7, 16, false, true"
  })
  void isTheFormulasAppliedStepByStep(
      int n, int steps, int d, int h, boolean backward, boolean resetAfter) {
    Tensor x = random(1, n, steps, d);
    Tensor wx = random(2, d, 3 * h);
    Tensor wh = random(3, h, 3 * h).multiply(0.5);
    Tensor b = random(4, 3 * h);
    Tensor recurrentBias = resetAfter ? random(5, 3 * h) : Tensor.zeros(3 * h);
    Tensor state = Tensor.zeros(n, h);
    for (int t = 0; t < steps; t++) {
      Tensor given = Sequences.at(x, backward ? steps - 1 - t : t).matmul(wx).add(b);
      Tensor remembered = state.matmul(wh).add(recurrentBias);
      Tensor sums = given.add(remembered);
      Tensor update = Sequences.columns(sums, 0, h).sigmoid();
      Tensor reset = Sequences.columns(sums, h, 2 * h).sigmoid();
      Tensor left =
          resetAfter
              ? reset.multiply(Sequences.columns(remembered, 2 * h, 3 * h))
              : reset.multiply(state).matmul(Sequences.columns(wh, 2 * h, 3 * h));
      Tensor candidate = Sequences.columns(given, 2 * h, 3 * h).add(left).tanh();
      Tensor kept = update.multiply(state);
      state = kept.add(Tensor.scalar(1).subtract(update).multiply(candidate));
    }
    Tensor[] inputs =
        resetAfter ? new Tensor[] {x, wx, b, wh, recurrentBias} : new Tensor[] {x, wx, b, wh};
    assertThat(gru(resetAfter, backward, inputs).data())
        .containsExactly(state.data(), within(1e-5f));
  }

  /**
   * Slide "GRU", C9.8: with all weights 0 the candidate is 0 and half of the state is kept. A first
   * step whose input drives the candidate to 1 and the update gate to 0 makes the state 1.
   */
  @Test
  void slideExample() {
    Tensor x = Tensor.vector(1, 0, 0).reshape(1, 3, 1);
    Tensor wx = Tensor.matrix(new double[] {-100, 0, 100});
    Tensor h = gru(false, false, x, wx, Tensor.zeros(3), Tensor.zeros(1, 3));
    assertThat(h.item()).isCloseTo(0.25f, within(1e-6f));
  }

  private static Tensor gru(boolean resetAfter, boolean backward, Tensor... inputs) {
    return Sequences.apply(places -> new GruSequence(places, false, resetAfter), backward, inputs);
  }
}
