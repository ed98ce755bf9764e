package manabi.generative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ToyDistributionTest {

  @Test
  void gaussianHasItsMeanAndDeviation() {
    Tensor samples = new Gaussian(4, 0.5).sample(20_000, new SplittableRandom(1));

    assertThat(samples.shape()).containsExactly(20_000, 1);
    Gaussian fitted = Gaussian.fit(samples);
    assertThat(fitted.mean()).isCloseTo(4, within(0.02)); // 5 standard errors of 0.5 / sqrt(N)
    assertThat(fitted.deviation()).isCloseTo(0.5, within(0.015));
  }

  @Test
  void densityIsTheBellCurve() {
    assertThat(new Gaussian(4, 0.5).density(4, 4.5))
        .containsExactly(new double[] {0.797885, 0.483941}, within(1e-6));
  }

  @Test
  void ringCountsItsOwnSamplesEvenly() {
    GaussianRing ring = new GaussianRing(8, 2, 0.15);
    int[] counts = ring.pointsByMode(ring.sample(8000, new SplittableRandom(2)));

    assertThat(Arrays.stream(counts).sum()).isBetween(7980, 8000);
    assertThat(Arrays.stream(counts))
        .allMatch(count -> count > 850 && count < 1150); // 5 deviations of 30
  }

  @Test
  void ringSeesAMissingMode() {
    GaussianRing ring = new GaussianRing(4, 2, 0.1);

    assertThat(ring.pointsByMode(Tensor.matrix(new double[] {2, 0}, new double[] {0, -2})))
        .containsExactly(1, 0, 0, 1);
  }

  @Test
  void badNumbersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Gaussian(0, 0))
        .withMessage("deviation must be above 0, was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GaussianRing(0, 1, 1))
        .withMessage("modes must be 1 or more, radius and deviation above 0, were 0, 1.0 and 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GaussianRing(2, 1, 1).pointsByMode(Tensor.zeros(3, 1)))
        .withMessage("points must be [N, 2], was [3, 1]");
  }
}
