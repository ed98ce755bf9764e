package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static manabi.tensor.TensorAssertions.assertNumbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchNormalizationTest {

  @Tag("C3.2")
  @ParameterizedTest(name = "[{0}, {1}, {2}]")
  @CsvSource({"2, 1, 1", "3, 5, 2", "7, 1, 19", "2, 3, 17", "13, 2, 3"})
  void gradientsMatchDifferences(int n, int h, int c) {
    assertGradients(
        inputs -> new BatchNormalization(0.01).apply(inputs),
        random(1, n, h, c),
        random(2, c),
        random(3, c));
  }

  @ParameterizedTest(name = "[{0}, {1}]")
  @CsvSource({"1, 1", "5, 3", "3, 17"})
  void gradientsWithGivenStatisticsMatchDifferences(int n, int c) {
    assertGradients(
        inputs -> new BatchNormalization(1e-3, random(4, c), random(5, c).square()).apply(inputs),
        random(1, n, c),
        random(2, c),
        random(3, c));
  }

  /** A single channel. */
  @Tag("C3.2")
  @Tag("C4.9")
  @Test
  void slideExampleOfFourNumbers() {
    Tensor x = Tensor.vector(1, 2, 3, 4).reshape(4, 1);
    Tensor y = new BatchNormalization(1e-5).apply(x, Tensor.ones(1), Tensor.zeros(1));
    assertNumbers(y, 1e-6, -1.341635, -.447212, .447212, 1.341635);
    assertThat(y.mean().item()).isCloseTo(0, within(1e-7f));
    assertThat(y.square().mean().item()).isCloseTo(.999992f, within(1e-6f)); // 1.25 / 1.25001
  }

  /** Slide "BatchNorm", C5.8: 1 to 12 as (N, C, L) = (2, 2, 3), here with the channels last. */
  @Test
  void slideExampleOfTwoChannels() {
    Tensor x =
        Tensor.matrix(new double[] {1, 4, 2, 5, 3, 6}, new double[] {7, 10, 8, 11, 9, 12})
            .reshape(2, 3, 2);
    BatchNormalization operation = new BatchNormalization(1e-5);
    Tensor y = operation.apply(x, Tensor.ones(2), Tensor.zeros(2));
    assertNumbers(operation.mean(), 0, 5, 8);
    assertNumbers(operation.variance(), 1e-6, 9.6666667, 9.6666667);
    assertThat(y.get(0, 0, 0)).isCloseTo(-1.286534f, within(1e-6f));
    assertThat(y.get(0, 1, 0)).isCloseTo(-.964901f, within(1e-6f));
  }

  @ParameterizedTest(name = "[{0}, {1}, {2}]")
  @CsvSource({"1, 1, 1", "3, 7, 5", "31, 2, 37"})
  void isTheFormulaForEveryNumber(int n, int h, int c) {
    Tensor x = random(1, n, h, c).multiply(3).add(100);
    Tensor gamma = random(2, c);
    Tensor beta = random(3, c);
    Tensor y = new BatchNormalization(1e-3).apply(x, gamma, beta);
    assertThat(y.shape()).containsExactly(n, h, c);
    for (int k = 0; k < c; k++) {
      double mean = 0;
      double square = 0;
      for (int i = 0; i < n * h; i++) {
        mean += x.data()[i * c + k] / (double) (n * h);
      }
      for (int i = 0; i < n * h; i++) {
        square += Math.pow(x.data()[i * c + k] - mean, 2) / (n * h);
      }
      for (int i = 0; i < n * h; i++) {
        double expected = (x.data()[i * c + k] - mean) / Math.sqrt(square + 1e-3);
        assertThat((double) y.data()[i * c + k])
            .isCloseTo(expected * gamma.get(k) + beta.get(k), within(2e-5));
      }
    }
  }

  @Test
  void givenStatisticsAreUsedAsTheyAre() {
    Tensor y =
        new BatchNormalization(1e-3, Tensor.vector(1, 2), Tensor.vector(3.999, 8.999))
            .apply(Tensor.matrix(new double[] {5, 8}), Tensor.vector(1, 2), Tensor.vector(0, 1));
    assertNumbers(y, 1e-6, 2, 5);
  }

  @Test
  void noSamplesHaveNoMeanButTakeAGivenOne() {
    Tensor nothing = Tensor.zeros(0, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new BatchNormalization(1e-3).apply(nothing, Tensor.ones(2), Tensor.ones(2)))
        .withMessage("x must be [..., 2] with samples, was [0, 2]");
    Tensor y =
        new BatchNormalization(1e-3, Tensor.ones(2), Tensor.ones(2))
            .apply(nothing, Tensor.ones(2), Tensor.ones(2));
    assertThat(y.shape()).containsExactly(0, 2);
  }

  @Test
  void otherNumbersOfChannelsAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new BatchNormalization(1e-3)
                    .apply(Tensor.ones(4, 3), Tensor.ones(2), Tensor.ones(2)))
        .withMessage("x must be [..., 2] with samples, was [4, 3]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new BatchNormalization(1e-3)
                    .apply(Tensor.ones(4, 2), Tensor.ones(2), Tensor.ones(3)))
        .withMessage("beta must be [2], was [3]");
  }
}
