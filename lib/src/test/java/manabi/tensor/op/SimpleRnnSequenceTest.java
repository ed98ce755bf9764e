package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import manabi.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimpleRnnSequenceTest {

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
        inputs -> RecurrentKind.SIMPLE.apply(everyState, backward, inputs),
        RecurrentKind.SIMPLE.inputs(n, t, d, h));
  }

  /** The formula step by step, with operations of their own. */
  @ParameterizedTest(name = "{0} sequences of {1} steps, {2} to {3}, backward {4}")
  @CsvSource({"1, 1, 1, 1, false", "3, 6, 2, 5, true", "5, 2, 3, 17, false", "2, 3, 7, 16, true"})
  void isTheFormulaAppliedStepByStep(int n, int steps, int d, int h, boolean backward) {
    Tensor x = random(1, n, steps, d);
    Tensor wx = random(2, d, h);
    Tensor wh = random(3, h, h).multiply(0.5);
    Tensor b = random(4, h);
    Tensor state = Tensor.zeros(n, h);
    for (int t = 0; t < steps; t++) {
      Tensor xt = Sequences.at(x, backward ? steps - 1 - t : t);
      state = xt.matmul(wx).add(state.matmul(wh)).add(b).tanh();
    }
    Tensor last =
        Sequences.apply(places -> new SimpleRnnSequence(places, false), backward, x, wx, b, wh);
    assertThat(last.shape()).containsExactly(n, h);
    assertThat(last.data()).containsExactly(state.data(), within(1e-5f));
  }
}
