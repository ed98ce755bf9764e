package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.distinct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WeightPenaltyTest {

  @Tag("C3.6")
  @Test
  void gradientsMatchDifferences() {
    Tensor weights = distinct(1, 3, 5).add(0.05); // no weight at 0, where |w| has a corner
    assertGradients(inputs -> new WeightPenalty(.3, .7).apply(inputs), weights);
  }

  /** Ten million small squares are not lost in a large sum. */
  @Test
  void sumIsTakenInDoublePrecision() {
    Tensor weights = Tensor.ones(10_000_000).multiply(.01);
    assertThat(new WeightPenalty(0, 1).apply(weights).item()).isCloseTo(1000, within(.01f));
  }
}
