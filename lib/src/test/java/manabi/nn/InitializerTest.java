package manabi.nn;

import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.RELU;
import static manabi.nn.Activation.TANH;
import static manabi.nn.Initializer.GLOROT_UNIFORM;
import static manabi.nn.Initializer.HE_NORMAL;
import static manabi.nn.Initializer.RANDOM_NORMAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitializerTest {

  /** Slide "重みの初期化", C3.8: the limits of two layers of the convolution network. */
  @Tag("C3.8")
  @Test
  void glorotLimitsOfTheSlides() {
    Sequential dense = Sequential.of(Layers.input(800), Layers.dense(128, LINEAR));
    assertFills(dense.parameter("dense/kernel"), .0804084);
    Sequential convolution = Sequential.of(Layers.input(9, 9, 1), Layers.conv2D(16, 3, LINEAR));
    assertLimit(convolution.parameter("conv2d/kernel"), .1980295);
    assertFills(GLOROT_UNIFORM.draw(new SplittableRandom(1), 9, 144, 100_000), .1980295);
  }

  private static void assertLimit(Tensor kernel, double limit) {
    for (float weight : kernel.data()) {
      assertThat(Math.abs(weight)).isLessThanOrEqualTo((float) limit + 1e-7f);
    }
  }

  /** 100 000 numbers leave no gap of a thousandth at the ends, and vary by limit^2 / 3. */
  private static void assertFills(Tensor kernel, double limit) {
    assertLimit(kernel, limit);
    assertThat(largest(kernel)).isCloseTo(limit, within(limit / 1000));
    assertThat(kernel.square().mean().item() / (limit * limit / 3)).isCloseTo(1, within(0.02));
  }

  /** C3.9: 800 inputs make a standard deviation of .05. */
  @Tag("C3.9")
  @Test
  void heSpreadsByTheNumberOfInputs() {
    Tensor kernel =
        Sequential.of(Layers.input(800), Layers.dense(128, RELU, HE_NORMAL))
            .parameter("dense/kernel");
    assertThat(deviation(kernel)).isCloseTo(.05, within(.001)); // 3 standard errors: .0003
    assertThat(kernel.mean().item()).isCloseTo(0, within(.001f));
    assertThat(largest(kernel)).isGreaterThan(.2); // four deviations: the ends are not cut off
  }

  @Test
  void randomNormalDoesNotLookAtTheSize() {
    for (int inputs : new int[] {50, 5_000}) {
      Tensor kernel = RANDOM_NORMAL.draw(new SplittableRandom(1), inputs, 20, inputs, 20);
      assertThat(deviation(kernel)).isCloseTo(.05, within(.005));
    }
  }

  /** With weights that are too small for tanh what comes out is close to 0 after ten layers. */
  @Tag("C3.8")
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void tenLayersOfTanhKeepTheirSpread(long seed) {
    assertThat(lastToFirst(TANH, GLOROT_UNIFORM, seed)).isBetween(.25, 1.0);
    assertThat(lastToFirst(TANH, RANDOM_NORMAL, seed)).isLessThan(.01);
  }

  @Tag("C3.9")
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void tenLayersOfReluKeepTheirSpread(long seed) {
    assertThat(lastToFirst(RELU, HE_NORMAL, seed)).isBetween(.5, 2.0);
    assertThat(lastToFirst(RELU, GLOROT_UNIFORM, seed)).isLessThan(.15);
  }

  /** Returns how the outputs of the tenth layer of 100 units spread, against the first's. */
  private static double lastToFirst(Activation activation, Initializer initializer, long seed) {
    Layer[] layers = new Layer[10];
    Arrays.setAll(layers, i -> Layers.dense(100, activation, initializer));
    Tensor x = Tensor.randomNormal(new SplittableRandom(seed + 100), 500, 100);
    Map<String, Tensor> outputs = Sequential.of(layers).seed(seed).outputs(x);
    return deviation(outputs.get("dense_9")) / deviation(outputs.get("dense"));
  }

  private static double deviation(Tensor values) {
    double mean = values.mean().item();
    return Math.sqrt(values.square().mean().item() - mean * mean);
  }

  private static double largest(Tensor values) {
    double largest = 0;
    for (float value : values.data()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /** A saved model knows how it was started, and starts again so. */
  @Test
  void initializerIsSaved(@TempDir Path folder) {
    Sequential model = Sequential.of(Layers.input(4), Layers.dense(3, RELU, HE_NORMAL)).seed(5);
    Path file = folder.resolve("model.safetensors");
    model.save(file);
    assertThat(Sequential.load(file).seed(5).parameter("dense/kernel").data())
        .isEqualTo(model.parameter("dense/kernel").data());
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
