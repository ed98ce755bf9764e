package manabi.tensor.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import manabi.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SoftmaxKernelsTest {

  private static final int OFFSET = 3;
  private static final int ROWS = 5;

  /** Both kernels, on rows that are whole vectors and on others. */
  static Stream<Arguments> kernels() {
    return Stream.of(1, 3, 16, 17, 64, 128)
        .flatMap(
            width ->
                Stream.of(SoftmaxKernels.best(), new SoftmaxKernels())
                    .map(kernels -> Arguments.of(kernels, width)));
  }

  private static float[] scores(int width) {
    float[] scores = Tensor.randomNormal(new SplittableRandom(width), OFFSET + ROWS * width).data();
    scores[OFFSET] = Float.NEGATIVE_INFINITY; // hidden, alone where a row has one number
    return scores;
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void rowsAreTheFormula(SoftmaxKernels kernels, int width) {
    float[] scores = scores(width);
    float[] p = scores.clone();
    kernels.normalize(p, OFFSET, ROWS, width);
    for (int row = OFFSET; row < p.length; row += width) {
      double sum = 0;
      for (int i = row; i < row + width; i++) {
        sum += Math.exp(scores[i]);
      }
      for (int i = row; i < row + width; i++) {
        double expected = sum == 0 ? 0 : Math.exp(scores[i]) / sum;
        assertThat((double) p[i]).isCloseTo(expected, within(5e-7));
      }
    }
    assertThat(p[0]).as("before the offset").isEqualTo(scores[0]);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void largeScoresDoNotOverflowAndNanIsSeen(SoftmaxKernels kernels, int width) {
    float[] p = new float[2 * width];
    Arrays.fill(p, 0, width, 1e30f);
    p[width] = Float.NaN;
    kernels.normalize(p, 0, 2, width);
    assertThat((double) p[0]).isCloseTo(1.0 / width, within(1e-6));
    assertThat(p[2 * width - 1]).isNaN();
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void gradientsAreTheFormula(SoftmaxKernels kernels, int width) {
    float[] p = Tensor.randomUniform(new SplittableRandom(1), 0, 1, OFFSET + ROWS * width).data();
    float[] dp = Tensor.randomNormal(new SplittableRandom(2), ROWS * width).data();
    float[] result = dp.clone();
    kernels.backward(p, OFFSET, result, ROWS, width, 0.5f);
    for (int row = 0; row < dp.length; row += width) {
      double mean = 0;
      for (int i = row; i < row + width; i++) {
        mean += (double) dp[i] * p[OFFSET + i];
      }
      for (int i = row; i < row + width; i++) {
        double expected = 0.5 * p[OFFSET + i] * (dp[i] - mean);
        assertThat((double) result[i]).isCloseTo(expected, within(1e-5));
      }
    }
  }
}
