package manabi.nn;

import static manabi.loss.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static manabi.metrics.Metric.ACCURACY;
import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.RELU;
import static manabi.nn.Activation.SOFTMAX;
import static manabi.nn.Activation.TANH;
import static manabi.nn.Fit.epochs;
import static manabi.nn.Layers.batchNormalization;
import static manabi.nn.Layers.conv2D;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.residual;
import static manabi.nn.SmallModels.X;
import static manabi.nn.SmallModels.Y;
import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import manabi.optim.Adam;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import manabi.tensor.op.Padding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("C4.10")
class ResidualTest {

  /** Slide "スキップ接続": d(x + F(x))/dx = 1 + F'(x), here with F(x) = w x. */
  @Test
  void derivativeIsOneMore() {
    Sequential model = Sequential.of(input(1), residual(dense(1, LINEAR)));
    float w = model.parameter("residual/dense_kernel").item();
    Tensor x = Tensor.vector(3).reshape(1, 1);
    try (var tape = GradientTape.open()) {
      Tensor y = model.apply(x);
      assertThat(y.item()).isEqualTo(3 + w * 3);
      assertThat(tape.gradient(y.sum(), List.of(x)).get(0).item()).isEqualTo(1 + w);
    }
  }

  @Test
  void gradientsMatchDifferences() {
    Sequential model =
        Sequential.of(
            input(4, 5, 2),
            residual(conv2D(3, 3, 1, Padding.SAME, TANH), conv2D(2, 3, 1, Padding.SAME, LINEAR)));
    assertThat(model.parameters().stream().map(Parameter::name))
        .containsExactly(
            "residual/conv2d_kernel",
            "residual/conv2d_bias",
            "residual/conv2d_1_kernel",
            "residual/conv2d_1_bias");
    List<Tensor> inputs = new ArrayList<>(List.of(random(1, 2, 4, 5, 2)));
    inputs.addAll(model.variables());
    assertGradients(all -> model.apply(all[0]), inputs.toArray(Tensor[]::new));
  }

  /** In 20 layers ReLU halves an error again and again; past the skips it stays what it was. */
  @Test
  void errorReachesTheFirstOfTwentyLayers() {
    double plain = gradientAtFirstLayer(false);
    double skipping = gradientAtFirstLayer(true);
    assertThat(skipping).isGreaterThan(100 * plain);
    assertThat(plain).isGreaterThan(0);
  }

  private static double gradientAtFirstLayer(boolean skip) {
    List<Layer> layers = new ArrayList<>(List.of(input(8, 8, 4)));
    for (int i = 0; i < 20; i++) {
      Layer convolution = conv2D(4, 3, 1, Padding.SAME, RELU);
      layers.add(skip ? residual(convolution) : convolution);
    }
    Sequential model = Sequential.of(layers.toArray(Layer[]::new)).seed(1);
    Tensor kernel = model.parameters().get(0).value();
    try (var tape = GradientTape.open()) {
      Tensor loss = model.apply(random(2, 3, 8, 8, 4)).mean();
      return Math.sqrt(tape.gradient(loss, List.of(kernel)).get(0).square().sum().item());
    }
  }

  @Test
  void learnsIsSavedAndKnowsItsPhase(@TempDir Path folder) {
    Sequential model =
        Sequential.of(
                input(3),
                dense(8, TANH),
                residual(batchNormalization(), dense(8, TANH)),
                dense(3, SOFTMAX))
            .seed(1)
            .compile(new Adam(0.02), SPARSE_CATEGORICAL_CROSSENTROPY, ACCURACY);
    model.fit(X, Y, epochs(200).batchSize(8));
    assertThat(model.evaluate(X, Y).accuracy()).isEqualTo(1);
    assertThat(model.parameter("residual/batch_normalization_moving_mean").data())
        .doesNotContain(0);
    Path file = folder.resolve("residual.safetensors");
    model.save(file);
    assertThat(Sequential.load(file).predict(X).data()).isEqualTo(model.predict(X).data());
  }

  @Test
  void refusesLayersThatChangeTheShape() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sequential.of(input(6, 6, 2), residual(conv2D(2, 3, RELU))))
        .withMessage(
            "residual(…) adds its input to what its layers make of it: both must be [6, 6, 2],"
                + " that was [4, 4, 2]; a convolution needs padding SAME and as many filters as"
                + " there are channels");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> residual())
        .withMessage("residual(…) needs a layer, there was none");
  }
}
