package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.distinct;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightPenaltyTest {

  @Tag("C3.6")
  @Test
  void gradientsMatchDifferences() {
    Tensor weights = distinct(1, 3, 5).add(0.05); // no weight at 0, where |w| has a corner
    assertGradients(inputs -> new WeightPenalty(.3, .7).apply(inputs), weights);
  }

  @Tag("C3.6")
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 17, 130})
  void isTheFormula(int n) {
    Tensor weights = random(1, n);
    double expected = 0;
    for (float w : weights.data()) {
      expected += .3 * Math.abs(w) + .7 * w * w;
    }
    assertThat((double) new WeightPenalty(.3, .7).apply(weights).item())
        .isCloseTo(expected, within(1e-6 * Math.max(1, expected)));
  }

  /** Ten million small squares are not lost in a large sum. */
  @Test
  void sumIsTakenInDoublePrecision() {
    Tensor weights = Tensor.ones(10_000_000).multiply(.01);
    assertThat(new WeightPenalty(0, 1).apply(weights).item()).isCloseTo(1000, within(.01f));
  }
}
