package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LstmSequenceTest {

  @ParameterizedTest(name = "{0} sequences of {1} steps, {2} to {3}, backward {4}, all {5}")
  @CsvSource({
    "1, 1, 1, 1, false, true",
    "3, 1, 2, 5, true, false",
    "2, 4, 3, 5, false, false",
    "3, 5, 2, 7, true, true",
    "5, 2, 4, 17, false, true"
  })
  void gradientsMatchDifferences(int n, int t, int d, int h, boolean backward, boolean everyState) {
    assertGradients(
        inputs -> RecurrentKind.LSTM.apply(everyState, backward, inputs),
        RecurrentKind.LSTM.inputs(n, t, d, h));
  }

  /** The formulas step by step, with operations of their own. */
  @ParameterizedTest(name = "{0} sequences of {1} steps, {2} to {3}, backward {4}")
  @CsvSource({"1, 1, 1, 1, false", "3, 6, 2, 5, true", "5, 2, 3, 17, false", "2, 3, 7, 16, true"})
  void isTheFormulasAppliedStepByStep(int n, int steps, int d, int h, boolean backward) {
    Tensor x = random(1, n, steps, d);
    Tensor wx = random(2, d, 4 * h);
    Tensor wh = random(3, h, 4 * h).multiply(0.5);
    Tensor b = random(4, 4 * h);
    Tensor state = Tensor.zeros(n, h);
    Tensor cell = Tensor.zeros(n, h);
    for (int t = 0; t < steps; t++) {
      Tensor xt = Sequences.at(x, backward ? steps - 1 - t : t);
      Tensor sums = xt.matmul(wx).add(state.matmul(wh)).add(b);
      Tensor in = Sequences.columns(sums, 0, h).sigmoid();
      Tensor forget = Sequences.columns(sums, h, 2 * h).sigmoid();
      Tensor candidate = Sequences.columns(sums, 2 * h, 3 * h).tanh();
      Tensor out = Sequences.columns(sums, 3 * h, 4 * h).sigmoid();
      cell = forget.multiply(cell).add(in.multiply(candidate));
      state = out.multiply(cell.tanh());
    }
    assertThat(lstm(backward, x, wx, b, wh).data()).containsExactly(state.data(), within(1e-5f));
  }

  /**
   * Slide "隠れ層・セル・出力の計算", C9.5: with all sums 0 and 1 in the cell, every gate is 0.5, the cell
   * keeps 0.5 and h = 0.5 tanh 0.5. The sequence starts from an empty cell; a first step whose
   * input opens the input gate and drives the candidate to 1 fills it.
   */
  @Tag("C9.5")
  @Test
  void slideExample() {
    Tensor x = Tensor.vector(1, 0).reshape(1, 2, 1);
    Tensor wx = Tensor.matrix(new double[] {100, 0, 100, -1000}); // the output gate stays shut
    Tensor h = lstm(false, x, wx, Tensor.zeros(4), Tensor.zeros(1, 4));
    assertThat(h.item()).isCloseTo(.2310586f, within(1e-6f));
  }

  /**
   * The forget gate open and the input gate shut keep the cell for ever. A kernel's gate is open to
   * 2e-7, 50 times.
   */
  @Test
  void openForgetGateKeepsTheCell() {
    Tensor x = Tensor.zeros(1, 50, 1);
    x.data()[0] = 1;
    Tensor wx = Tensor.matrix(new double[] {200, 0, 100, 0});
    Tensor b = Tensor.vector(-100, 100, 0, 100);
    Tensor h = lstm(false, x, wx, b, Tensor.zeros(1, 4));
    assertThat(h.item()).isCloseTo((float) Math.tanh(1), within(1e-5f));
  }

  private static Tensor lstm(boolean backward, Tensor... inputs) {
    return Sequences.apply(places -> new LstmSequence(places, false), backward, inputs);
  }
}
