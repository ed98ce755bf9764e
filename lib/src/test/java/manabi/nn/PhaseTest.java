package manabi.nn;

import static manabi.loss.Loss.BINARY_CROSSENTROPY;
import static manabi.loss.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static manabi.metrics.Metric.ACCURACY;
import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.RELU;
import static manabi.nn.Activation.SIGMOID;
import static manabi.nn.Activation.SOFTMAX;
import static manabi.nn.Fit.epochs;
import static manabi.nn.Layers.activation;
import static manabi.nn.Layers.batchNormalization;
import static manabi.nn.Layers.causalAttention;
import static manabi.nn.Layers.conv2D;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.dropout;
import static manabi.nn.Layers.elu;
import static manabi.nn.Layers.flatten;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.layerNormalization;
import static manabi.nn.Layers.leakyRelu;
import static manabi.nn.Layers.transformerEncoder;
import static manabi.nn.SmallModels.X;
import static manabi.nn.SmallModels.Y;
import static manabi.nn.SmallModels.weights;
import static manabi.tensor.GradientCheck.random;
import static manabi.tensor.TensorAssertions.assertNumbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.Stream;
import manabi.optim.Adam;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that work differently while a network learns, and those that stand beside them. */
class PhaseTest {

  @TempDir Path folder;

  private static Sequential regularised() {
    return Sequential.of(
            input(3),
            dense(16, LINEAR),
            batchNormalization(),
            activation(RELU),
            dropout(0.2),
            dense(3, LINEAR),
            activation(SOFTMAX))
        .seed(1)
        .compile(new Adam(0.02), SPARSE_CATEGORICAL_CROSSENTROPY, ACCURACY);
  }

  @Tag("C3.5")
  @Test
  void dropoutIsForTrainingOnly() {
    Sequential model = Sequential.of(input(3), dropout(0.5)).seed(3);
    assertThat(model.predict(X).data()).isEqualTo(X.data());
    assertThat(model.apply(X).data()).isEqualTo(X.data());
    Tensor dropped = model.apply(X, Phase.TRAINING);
    assertThat(dropped.data()).isNotEqualTo(X.data()).containsOnly(0, 2);
    assertThat(model.apply(X, Phase.TRAINING).data()).isNotEqualTo(dropped.data());
    assertThat(model.seed(3).apply(X, Phase.TRAINING).data()).isEqualTo(dropped.data());
    assertThat(model.seed(4).apply(X, Phase.TRAINING).data()).isNotEqualTo(dropped.data());
    assertThat(Sequential.of(input(3), dropout(0)).apply(X, Phase.TRAINING)).isSameAs(X);
  }

  @Test
  void dropoutsOfOneModelDropDifferentNumbers() {
    Sequential model = Sequential.of(input(50), dropout(0.5), dropout(0.5));
    Tensor y = model.apply(Tensor.ones(1, 50), Phase.TRAINING);
    assertThat(y.data()).contains(0, 4).doesNotContain(2);
    float kept = 0;
    for (float value : y.data()) {
      kept += value / 4;
    }
    assertThat(kept).isLessThan(20); // a quarter of 50, not half
  }

  /** Batch statistics while learning, 0.99 average + 0.01 batch afterwards. */
  @Tag("C3.2")
  @Test
  void batchNormalizationKeepsMovingAverages() {
    Sequential model = Sequential.of(input(2), batchNormalization());
    Tensor x = Tensor.matrix(new double[] {1, 10}, new double[] {3, 30});
    double root = Math.sqrt(1 + 1e-3);
    assertNumbers(model.apply(x), 1e-6, 1 / root, 10 / root, 3 / root, 30 / root);
    Tensor y = model.apply(x, Phase.TRAINING);
    assertNumbers(y, 1e-3, -1, -1, 1, 1);
    assertNumbers(model.parameter("batch_normalization/moving_mean"), 1e-7, .02, .2);
    assertNumbers(model.parameter("batch_normalization/moving_variance"), 1e-6, 1, 1.99);
    model.apply(x);
    assertNumbers(model.parameter("batch_normalization/moving_mean"), 1e-7, .02, .2);
    model.apply(x, Phase.TRAINING);
    assertNumbers(model.parameter("batch_normalization/moving_mean"), 1e-7, .0398, .398);
    assertThat(model.parameterCount()).isEqualTo(4);
    assertThat(model.summary()).endsWith("Parameters: 4, moving averages: 4");
  }

  @Test
  void trainingThroughFitMovesTheAveragesAndMeasuringDoesNot() {
    Sequential model = regularised();
    model.fit(X, Y, epochs(1).quiet());
    float[] averages = model.parameter("batch_normalization/moving_mean").toArray();
    assertThat(averages).isNotEqualTo(new float[16]);
    model.evaluate(X, Y);
    model.predict(X);
    assertThat(model.parameter("batch_normalization/moving_mean").data()).isEqualTo(averages);
  }

  @Test
  void aBatchThatSpoilsTheLossSpoilsNoAverage() {
    Sequential model = regularised();
    model.parameter("dense/kernel").data()[0] = Float.NaN;
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> model.fit(X, Y, epochs(1).quiet()));
    for (String name : new String[] {"moving_mean", "moving_variance"}) {
      for (float value : model.parameter("batch_normalization/" + name).data()) {
        assertThat(value).isFinite();
      }
    }
  }

  @Test
  void sameSeedGivesTheSameBits() {
    Sequential one = regularised();
    Sequential other = regularised();
    assertThat(other.fit(X, Y, epochs(5).batchSize(3).quiet()))
        .isEqualTo(one.fit(X, Y, epochs(5).batchSize(3).quiet()));
    assertThat(weights(other)).isEqualTo(weights(one));
  }

  @Test
  void regularisedNetworkLearns() {
    Sequential model = regularised();
    model.fit(X, Y, epochs(300).batchSize(8).quiet());
    assertThat(model.evaluate(X, Y).accuracy()).isEqualTo(1);
  }

  /** The first word of a sentence says what it is about; attention has to find it. */
  @Test
  void transformerLearns() {
    Tensor x = random(1, 16, 5, 8);
    Tensor labels = Tensor.zeros(16);
    for (int i = 0; i < 16; i++) {
      labels.data()[i] = x.get(i, 0, 0) > 0 ? 1 : 0;
    }
    Sequential model =
        Sequential.of(
            transformerEncoder(2, 16, 0.1), causalAttention(2, 3), flatten(), dense(1, SIGMOID));
    model.compile(new Adam(0.005), BINARY_CROSSENTROPY, ACCURACY);
    model.fit(x, labels, epochs(60).batchSize(8).quiet());
    assertThat(model.evaluate(x, labels).accuracy()).isEqualTo(1);
  }

  static Stream<Arguments> models() {
    return Stream.of(
        Arguments.of(regularised(), X),
        Arguments.of(
            Sequential.of(
                input(6, 6, 2),
                conv2D(3, 3, LINEAR),
                batchNormalization(),
                leakyRelu(0.2),
                layerNormalization(),
                elu(),
                flatten(),
                dense(2, SOFTMAX)),
            random(1, 3, 6, 6, 2)),
        Arguments.of(
            Sequential.of(input(4, 6), transformerEncoder(2, 7, 0.3), causalAttention(3, 2)),
            random(1, 3, 4, 6)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void loadedModelPredictsTheSameBits(Sequential model, Tensor x) {
    for (int i = 0; i < 3; i++) {
      model.apply(x, Phase.TRAINING); // moves the averages
    }
    float[] expected = model.predict(x).data();
    Path file = folder.resolve("model.safetensors");
    model.save(file);
    Sequential loaded = Sequential.load(file);
    assertThat(loaded.predict(x).data()).isEqualTo(expected);
    assertThat(loaded.summary()).isEqualTo(model.summary());
  }

  /** An activation of its own takes part in the loss as that of a layer does. */
  @Test
  void activationLayersGiveScores() {
    Sequential apart = Sequential.of(input(3), dense(3, LINEAR), activation(SOFTMAX)).seed(1);
    Sequential together = Sequential.of(input(3), dense(3, SOFTMAX)).seed(1);
    assertThat(apart.scores(X).data()).isEqualTo(together.scores(X).data());
    assertThat(apart.predict(X).data()).isEqualTo(together.predict(X).data());
    assertThat(apart.outputs(X).get("activation").data()).isEqualTo(apart.predict(X).data());
  }

  /** C3.5 and C5.9: neither normalisation by layer nor any other sample changes a prediction. */
  @Test
  void predictionsDoNotDependOnTheOthersOfTheBatch() {
    Sequential model = regularised();
    model.fit(X, Y, epochs(3).quiet());
    Tensor all = model.predict(X);
    assertThat(model.predict(X.slice(2, 3)).data())
        .containsExactly(all.slice(2, 3).data(), within(1e-6f));
  }
}
