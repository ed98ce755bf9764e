package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleRnnSequenceTest {

  @ParameterizedTest(name = "{0} sequences of {1} steps, {2} to {3}, backward: {4}")
  @CsvSource({
    "1, 1, 1, 1, false",
    "3, 1, 2, 5, false",
    "2, 4, 3, 5, false",
    "3, 5, 2, 7, true",
    "5, 2, 4, 17, true"
  })
  void gradientsMatchDifferences(int n, int t, int d, int h, boolean backward) {
    assertGradients(
        inputs -> new SimpleRnnSequence(backward).apply(inputs),
        random(1, n, t, d),
        random(2, d, h).multiply(0.5),
        random(3, h, h).multiply(0.5),
        random(4, h));
  }

  /** The formula step by step, with operations of their own. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isTheFormulaAppliedStepByStep(boolean backward) {
    int n = 3;
    int steps = 6;
    int d = 2;
    int h = 5;
    Tensor x = random(1, n, steps, d);
    Tensor wx = random(2, d, h);
    Tensor wh = random(3, h, h).multiply(0.5);
    Tensor b = random(4, h);
    Tensor state = Tensor.zeros(n, h);
    for (int t = 0; t < steps; t++) {
      Tensor xt = Sequences.at(x, backward ? steps - 1 - t : t);
      state = xt.matmul(wx).add(state.matmul(wh)).add(b).tanh();
    }
    Tensor last = new SimpleRnnSequence(backward).apply(x, wx, wh, b);
    assertThat(last.shape()).containsExactly(n, h);
    assertThat(last.data()).containsExactly(state.data(), within(1e-5f));
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    Tensor x = Tensor.zeros(2, 3, 4);
    Tensor wx = Tensor.zeros(4, 5);
    Tensor wh = Tensor.zeros(5, 5);
    Tensor b = Tensor.zeros(5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SimpleRnnSequence(false).apply(Tensor.zeros(2, 3), wx, wh, b))
        .withMessage("x must be [N, T, D] with D = 4, was [2, 3]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SimpleRnnSequence(false).apply(x, Tensor.zeros(3, 5), wh, b))
        .withMessage("x must be [N, T, D] with D = 3, was [2, 3, 4]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SimpleRnnSequence(false).apply(x, wx, Tensor.zeros(5, 4), b))
        .withMessage("wh must be [H, 5], was [5, 4]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SimpleRnnSequence(false).apply(x, wx, wh, Tensor.zeros(4)))
        .withMessage("b must be [5], was [4]");
  }
}
