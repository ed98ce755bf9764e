package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static manabi.tensor.TensorAssertions.assertNumbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerNormalizationTest {

  @ParameterizedTest(name = "[{0}, {1}, {2}]")
  @CsvSource({"1, 1, 1", "2, 3, 5", "1, 7, 19", "3, 1, 17"})
  void gradientsMatchDifferences(int n, int t, int d) {
    assertGradients(
        inputs -> new LayerNormalization(0.01).apply(inputs),
        random(1, n, t, d),
        random(2, d),
        random(3, d));
  }

  /** Slide "Layer Normalization", C5.9: 1 to 12, six numbers a sample. */
  @Test
  void slideExample() {
    Tensor x = Tensor.matrix(new double[] {1, 2, 3, 4, 5, 6}, new double[] {7, 8, 9, 10, 11, 12});
    Tensor y = new LayerNormalization(1e-5).apply(x, Tensor.ones(6), Tensor.zeros(6));
    double[] sample = {-1.463848, -.878309, -.292770, .292770, .878309, 1.463848};
    double[] both = Arrays.copyOf(sample, 12);
    System.arraycopy(sample, 0, both, 6, 6); // both are as far from their own means
    assertNumbers(y, 2e-6, both);
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({"1, 1", "7, 5", "31, 37"})
  void isTheFormulaForEveryNumber(int n, int d) {
    Tensor x = random(1, n, d).multiply(3).add(100);
    Tensor gamma = random(2, d);
    Tensor beta = random(3, d);
    Tensor y = new LayerNormalization(1e-3).apply(x, gamma, beta);
    for (int i = 0; i < n; i++) {
      double mean = 0;
      double square = 0;
      for (int j = 0; j < d; j++) {
        mean += x.get(i, j) / (double) d;
      }
      for (int j = 0; j < d; j++) {
        square += Math.pow(x.get(i, j) - mean, 2) / d;
      }
      for (int j = 0; j < d; j++) {
        double expected = (x.get(i, j) - mean) / Math.sqrt(square + 1e-3);
        assertThat((double) y.get(i, j))
            .isCloseTo(expected * gamma.get(j) + beta.get(j), within(2e-5));
      }
    }
  }

  @Test
  void noSamplesGiveNone() {
    Tensor y =
        new LayerNormalization(1e-3).apply(Tensor.zeros(0, 2), Tensor.ones(2), Tensor.ones(2));
    assertThat(y.shape()).containsExactly(0, 2);
  }

  @Test
  void otherSizesAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new LayerNormalization(1e-3)
                    .apply(Tensor.ones(4, 3), Tensor.ones(2), Tensor.ones(3)))
        .withMessage("gamma must be [D] with D = 3, x's last extent, was [2]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new LayerNormalization(1e-3)
                    .apply(Tensor.ones(4, 3), Tensor.ones(3), Tensor.ones(2)))
        .withMessage("beta must be [D] with D = 3, was [2]");
  }
}
