package manabi.nn;

import static manabi.loss.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static manabi.metrics.Metric.ACCURACY;
import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.RELU;
import static manabi.nn.Activation.SOFTMAX;
import static manabi.nn.Fit.epochs;
import static manabi.nn.Layers.activation;
import static manabi.nn.Layers.conv2D;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.flatten;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.leakyRelu;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import manabi.optim.Adam;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Slide "ReLU", 003 1.5: ReLU is the activation of convolutions; a unit may die of it. */
@Tag("C4.17")
class DeadReluTest {

  private static final int IMAGES = 16;

  /** Half of the images have a bright upper half, the others a bright lower half. */
  private final Tensor x = images();

  private final Tensor y = Tensor.of(new float[IMAGES], IMAGES);

  private Tensor images() {
    Tensor images = Tensor.randomUniform(new SplittableRandom(1), 0, 0.2, IMAGES, 6, 6, 1);
    for (int n = 0; n < IMAGES; n++) {
      int bright = n * 36 + n % 2 * 18;
      for (int pixel = bright; pixel < bright + 18; pixel++) {
        images.data()[pixel] += 0.8f;
      }
    }
    return images;
  }

  /** All its sums are far below 0 at first. */
  private Sequential trained(Layer rectifier) {
    for (int n = 0; n < IMAGES; n++) {
      y.data()[n] = n % 2;
    }
    Sequential model =
        Sequential.of(input(6, 6, 1), conv2D(4, 3, LINEAR), rectifier, flatten(), dense(2, SOFTMAX))
            .seed(1)
            .compile(new Adam(0.02), SPARSE_CATEGORICAL_CROSSENTROPY, ACCURACY);
    Arrays.fill(model.parameter("conv2d/bias").data(), -5);
    model.fit(x, y, epochs(200).batchSize(IMAGES));
    return model;
  }

  private double positive(Sequential model, String layer) {
    float[] values = model.outputs(x).get(layer).toArray();
    int count = 0;
    for (float value : values) {
      count += value > 0 ? 1 : 0;
    }
    return (double) count / values.length;
  }

  @Test
  void deadUnitsNeverLearnAgain() {
    Sequential model = trained(activation(RELU));
    assertThat(model.parameter("conv2d/bias").data()).containsOnly(-5);
    assertThat(positive(model, "activation")).isZero();
    assertThat(model.evaluate(x, y).accuracy()).isEqualTo(0.5);
  }

  @Test
  void aSlopeBelowZeroRepairsThem() {
    Sequential model = trained(leakyRelu(0.01));
    assertThat(model.parameter("conv2d/bias").data()).doesNotContain(-5);
    assertThat(model.evaluate(x, y).accuracy()).isEqualTo(1);
    assertThat(positive(model, "leaky_re_lu")).isGreaterThan(0);
  }
}
