package manabi.nn;

import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.RELU;
import static manabi.nn.Activation.SOFTMAX;
import static manabi.nn.Layers.bidirectional;
import static manabi.nn.Layers.conv2D;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.embedding;
import static manabi.nn.Layers.flatten;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.lstm;
import static manabi.nn.Layers.maxPooling2D;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import manabi.loss.Loss;
import manabi.optim.Sgd;
import manabi.tensor.Engine;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SequentialTest {

  private static Sequential pictures() {
    return Sequential.of(
        input(8, 7, 1),
        conv2D(2, 3, RELU),
        maxPooling2D(2),
        conv2D(5, 2, RELU),
        flatten(),
        dense(4, SOFTMAX));
  }

  @Test
  void summaryIsATableOfLayers() {
    assertThat(pictures().summary().replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            """
            Layer (type)                         Output shape         Parameters
            ────────────────────────────────────────────────────────────────────
            conv2d (Conv2D)                      (N, 6, 5, 2)                 20
            max_pooling2d (MaxPooling2D)         (N, 3, 2, 2)                  0
            conv2d_1 (Conv2D)                    (N, 2, 1, 5)                 45
            flatten (Flatten)                    (N, 10)                       0
            dense (Dense)                        (N, 4)                       44
            ────────────────────────────────────────────────────────────────────
            Parameters: 109""");
    assertThat(pictures()).hasToString(pictures().summary());
  }

  @Test
  void numbersLookAlikeInEveryCountry() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY); // 1.100 and 0,25 there
      Sequential model = Sequential.of(input(99), dense(11, LINEAR));
      assertThat(model.summary()).endsWith("Parameters: 1,100");
      assertThat(new History(List.of(Map.of("loss", 0.25)))).hasToString("epoch 1: loss 0.2500\n");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void summaryOfAModelThatHasSeenNothingSaysSo() {
    assertThat(Sequential.of(bidirectional(lstm(3))).summary())
        .contains(
            "\nbidirectional (Bidirectional(LSTM))  not built                     0\n"
                .replace("\n", System.lineSeparator()))
        .endsWith("Parameters: 0");
  }

  @Test
  void parametersAreNamedByLayerAndKind() {
    assertThat(pictures().parameters().stream().map(Parameter::name))
        .containsExactly(
            "conv2d/kernel",
            "conv2d/bias",
            "conv2d_1/kernel",
            "conv2d_1/bias",
            "dense/kernel",
            "dense/bias");
    Sequential words = Sequential.of(input(6), embedding(11, 5), bidirectional(lstm(3)));
    assertThat(words.parameters().stream().map(Parameter::name))
        .containsExactly(
            "embedding/embeddings",
            "bidirectional/forward_kernel",
            "bidirectional/forward_recurrent_kernel",
            "bidirectional/forward_bias",
            "bidirectional/backward_kernel",
            "bidirectional/backward_recurrent_kernel",
            "bidirectional/backward_bias");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sequential.of(input(2), dense(1, LINEAR)).parameter("dense/weights"))
        .withMessage("name must be one of [dense/kernel, dense/bias], was dense/weights");
  }

  @Tag("C1.12")
  @Test
  void outputsAreWhatEveryLayerMakes() {
    Sequential model = pictures();
    Tensor x = random(1, 3, 8, 7, 1);
    Map<String, Tensor> outputs = model.outputs(x);
    assertThat(outputs.keySet())
        .containsExactly("conv2d", "max_pooling2d", "conv2d_1", "flatten", "dense");
    assertThat(outputs.get("conv2d").shape()).containsExactly(3, 6, 5, 2);
    assertThat(outputs.get("max_pooling2d").shape()).containsExactly(3, 3, 2, 2);
    assertThat(outputs.get("dense").data()).isEqualTo(model.predict(x).data());
  }

  /** More samples than are computed at once; a BLAS adds up by the number of samples. */
  @Test
  void predictionsDoNotDependOnBatches() {
    Offset<Float> rounding = within(Engine.describe().contains("products by") ? 1e-6f : 0);
    Sequential model = pictures();
    Tensor x = random(1, 521, 8, 7, 1);
    assertThat(model.predict(x).data()).containsExactly(model.apply(x).data(), rounding);
    assertThat(model.predict(x.slice(300, 301)).data())
        .containsExactly(model.predict(x).slice(300, 301).data(), rounding);
  }

  @Test
  void modelIsAFunctionThatCanBeDifferentiated() {
    Sequential model = Sequential.of(input(3), dense(2, LINEAR));
    Tensor x = random(1, 4, 3);
    try (var tape = GradientTape.open()) {
      List<Tensor> gradients = tape.gradient(model.apply(x).sum(), model.variables());
      assertThat(gradients.get(1).data()).containsExactly(4, 4);
    }
  }

  @Test
  void modelWithoutInputIsBuiltByTheFirstData() {
    Sequential model = Sequential.of(dense(2, LINEAR));
    assertThat(model.parameterCount()).isZero();
    model.predict(Tensor.zeros(1, 3));
    assertThat(model.parameterCount()).isEqualTo(8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.predict(Tensor.zeros(5, 4)))
        .withMessage("samples must be [3], x was [5, 4] with samples of [4]");
  }

  @Test
  void seedDrawsTheParameters() {
    float[] first = SmallModels.weights(pictures().seed(1));
    assertThat(SmallModels.weights(pictures().seed(1))).isEqualTo(first);
    assertThat(SmallModels.weights(pictures().seed(2))).isNotEqualTo(first);
    assertThat(SmallModels.weights(pictures().seed(2).seed(1))).isEqualTo(first);
  }

  @Test
  void modelNeedsLayersInTheirOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(Sequential::of)
        .withMessage("a model needs a layer, there was none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sequential.of(input(3), dense(4, RELU), input(3)))
        .withMessage("input(…) must be the first layer");
  }

  @Test
  void compileComesBeforeFitAndEvaluate() {
    Sequential model = Sequential.of(input(3), dense(2, LINEAR));
    assertThatIllegalStateException()
        .isThrownBy(() -> model.fit(Tensor.zeros(1, 3), Tensor.zeros(1), Fit.epochs(1).quiet()))
        .withMessage("call compile(optimizer, loss, metrics) first");
    assertThatIllegalStateException()
        .isThrownBy(() -> model.evaluate(Tensor.zeros(1, 3), Tensor.zeros(1)))
        .withMessage("call compile(optimizer, loss, metrics) first");
  }

  @Test
  void layerUsedTwiceIsRefused() {
    Layer shared = dense(3, RELU);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sequential.of(input(3), shared, shared))
        .withMessage("every layer must be an object of its own, layer 2 is layer 1 again");
  }

  @Test
  void fittingTwiceGoesOnWithAnotherOrderOfSamples() {
    Tensor x = Tensor.randomNormal(new SplittableRandom(3), 16, 3);
    Tensor y = Tensor.zeros(16);
    double[] losses = new double[2];
    for (int calls = 1; calls <= 2; calls++) {
      Sequential model = Sequential.of(input(3), dense(2, SOFTMAX));
      model.compile(new Sgd(0.5), Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
      for (int call = 0; call < calls; call++) {
        losses[calls - 1] =
            model.fit(x, y, Fit.epochs(2 / calls).batchSize(1).quiet()).last("loss");
      }
    }
    assertThat(losses[1]).isEqualTo(losses[0]); // two calls of one epoch are one call of two
  }
}
