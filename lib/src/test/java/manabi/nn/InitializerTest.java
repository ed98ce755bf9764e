package manabi.nn;

import static manabi.nn.Activation.LINEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InitializerTest {

  /** Slide "重みの初期化", C3.8: the limits of two layers of the convolution network. */
  @Tag("C3.8")
  @Test
  void glorotLimitsOfTheSlides() {
    Sequential dense = Sequential.of(Layers.input(800), Layers.dense(128, LINEAR));
    assertFills(dense.parameter("dense/kernel"), .0804084);
    Sequential convolution = Sequential.of(Layers.input(9, 9, 1), Layers.conv2D(16, 3, LINEAR));
    assertLimit(convolution.parameter("conv2d/kernel"), .1980295);
    assertFills(Initializer.glorotUniform(new SplittableRandom(1), 9, 144, 100_000), .1980295);
  }

  private static void assertLimit(Tensor kernel, double limit) {
    for (float weight : kernel.data()) {
      assertThat(Math.abs(weight)).isLessThanOrEqualTo((float) limit + 1e-7f);
    }
  }

  /** 100 000 numbers leave no gap of a thousandth at the ends, and vary by limit^2 / 3. */
  private static void assertFills(Tensor kernel, double limit) {
    assertLimit(kernel, limit);
    double largest = 0;
    for (float weight : kernel.data()) {
      largest = Math.max(largest, Math.abs(weight));
    }
    assertThat(largest).isCloseTo(limit, within(limit / 1000));
    assertThat(kernel.square().mean().item() / (limit * limit / 3)).isCloseTo(1, within(0.02));
  }

  @Test
  void orthogonalRowsHaveLengthOneAndRightAngles() {
    for (int[] shape : new int[][] {{1, 1}, {7, 7}, {5, 20}, {64, 256}}) {
      Tensor q = Initializer.orthogonal(new SplittableRandom(1), shape[0], shape[1]);
      for (int i = 0; i < shape[0]; i++) {
        for (int j = 0; j <= i; j++) {
          double product = 0;
          for (int k = 0; k < shape[1]; k++) {
            product += (double) q.get(i, k) * q.get(j, k);
          }
          assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-6));
        }
      }
    }
  }
}
