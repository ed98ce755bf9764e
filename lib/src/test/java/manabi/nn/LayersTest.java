package manabi.nn;

import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.RELU;
import static manabi.nn.Activation.SIGMOID;
import static manabi.nn.Activation.SOFTMAX;
import static manabi.nn.Activation.TANH;
import static manabi.nn.Layers.averagePooling2D;
import static manabi.nn.Layers.bidirectional;
import static manabi.nn.Layers.conv2D;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.embedding;
import static manabi.nn.Layers.flatten;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.lstm;
import static manabi.nn.Layers.maxPooling2D;
import static manabi.nn.Layers.simpleRnn;
import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import manabi.tensor.Tensor;
import manabi.tensor.op.Padding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersTest {

  /** Slides "フィルタの次元" and "パラメータ互換性", C4.11 and C4.14, without padding and with stride 1. */
  @Tag("C4.6")
  @Tag("C4.11")
  @Tag("C4.14")
  @ParameterizedTest
  @CsvSource({"28, 1, 3, 16, 26", "13, 16, 3, 32, 11"})
  void convolutionShapes(int size, int channels, int kernel, int filters, int out) {
    Sequential model = Sequential.of(input(size, size, channels), conv2D(filters, kernel, RELU));
    assertThat(model.outputShape()).containsExactly(out, out, filters);
    assertThat(model.predict(Tensor.ones(2, size, size, channels)).shape())
        .containsExactly(2, out, out, filters);
    assertThat(model.parameter("conv2d/kernel").shape())
        .containsExactly(kernel, kernel, channels, filters);
  }

  /** Slides "ストライド" and "ゼロパディング", C4.12 to C4.14. */
  @Tag("C4.12")
  @Tag("C4.13")
  @ParameterizedTest
  @CsvSource({"7, 3, 2, VALID, 3", "28, 5, 1, SAME, 28", "6, 3, 2, SAME, 3", "2, 5, 1, SAME, 2"})
  void strideAndPaddingShapes(int size, int kernel, int strides, Padding padding, int out) {
    Sequential model =
        Sequential.of(input(size, size, 2), conv2D(3, kernel, strides, padding, RELU));
    assertThat(model.outputShape()).containsExactly(out, out, 3);
    assertThat(model.predict(Tensor.ones(2, size, size, 2)).shape())
        .containsExactly(2, out, out, 3);
  }

  /** C4.14: pooling halves, rounded down. */
  @Tag("C4.14")
  @ParameterizedTest
  @CsvSource({"26, 16, 13", "11, 32, 5"})
  void poolingShapes(int size, int channels, int out) {
    for (Layer pooling : List.of(maxPooling2D(2), averagePooling2D(2))) {
      Sequential model = Sequential.of(input(size, size, channels), pooling);
      assertThat(model.outputShape()).containsExactly(out, out, channels);
      assertThat(model.parameterCount()).isZero();
    }
  }

  /** C4.2: the filters are the same everywhere; a dense layer has a weight for every pair. */
  @Tag("C4.2")
  @Test
  void sharedWeightsAreFew() {
    assertThat(count(input(28, 28, 1), conv2D(16, 3, RELU))).isEqualTo(160);
    assertThat(count(input(28 * 28), dense(26 * 26 * 16, RELU))).isEqualTo(8_490_560);
  }

  /** C4.20: the same data without convolutions. */
  @Tag("C4.20")
  @Test
  void denseNetworkForTheSameImages() {
    assertThat(count(input(28, 28, 1), flatten(), dense(128, RELU), dense(10, SOFTMAX)))
        .isEqualTo(101_770);
  }

  /** Slide "全結合", C4.8: on flattened input, each number joined to every neuron. */
  @Tag("C4.8")
  @Test
  void fullyConnectedOnFlattenedInput() {
    Sequential model = Sequential.of(input(3, 2, 4), flatten(), dense(5, TANH));
    assertThat(model.outputShape()).containsExactly(5);
    Tensor kernel = model.parameter("dense/kernel");
    assertThat(kernel.shape()).containsExactly(3 * 2 * 4, 5);
    Tensor x = random(1, 2, 3, 2, 4);
    assertGradients(all -> model.apply(all[0]), x, kernel, model.parameter("dense/bias"));
    Tensor y = Sequential.of(input(3, 2, 4), flatten()).predict(x);
    assertThat(y.shape()).containsExactly(2, 24);
    assertThat(y.data()).isEqualTo(x.data());
  }

  /** Slide "モデルの複雑さ", C4.15, and C9.5's 4 H (E + H + 1). */
  @Tag("C4.15")
  @Tag("C9.5")
  @Test
  void parameterCounts() {
    assertThat(count(input(28, 28, 1), conv2D(16, 3, RELU))).isEqualTo(160);
    assertThat(count(input(13, 13, 16), conv2D(32, 3, RELU))).isEqualTo(4640);
    assertThat(count(input(800), dense(128, RELU))).isEqualTo(102_528);
    assertThat(count(input(128), dense(10, SOFTMAX))).isEqualTo(1290);
    assertThat(count(input(50), embedding(10_000, 128))).isEqualTo(1_280_000);
    assertThat(count(input(50, 128), simpleRnn(64))).isEqualTo(12_352);
    assertThat(count(input(50, 128), lstm(64))).isEqualTo(49_408);
    assertThat(count(input(50, 128), bidirectional(lstm(64)))).isEqualTo(98_816);
  }

  private static int count(Layer... layers) {
    return Sequential.of(layers).parameterCount();
  }

  /** ★1 C4.19. */
  @Tag("C1.1")
  @Tag("C1.3")
  @Tag("C4.19")
  @Tag("C4.21")
  @Test
  void fashionMnistNetworkOfTheSlides() {
    Sequential model =
        Sequential.of(
            input(28, 28, 1),
            conv2D(16, 3, RELU),
            maxPooling2D(2),
            conv2D(32, 3, RELU),
            maxPooling2D(2),
            flatten(),
            dense(128, RELU),
            dense(10, SOFTMAX));
    assertThat(model.parameterCount()).isEqualTo(108_618);
    assertThat(model.predict(Tensor.zeros(3, 28, 28, 1)).shape()).containsExactly(3, 10);
    assertThat(model.outputs(Tensor.zeros(1, 28, 28, 1)).values().stream().map(Tensor::shape))
        .containsExactly(
            new int[] {1, 26, 26, 16},
            new int[] {1, 13, 13, 16},
            new int[] {1, 11, 11, 32},
            new int[] {1, 5, 5, 32},
            new int[] {1, 800},
            new int[] {1, 128},
            new int[] {1, 10});
  }

  /** ★3a C9.16 and ★3b C9.17. */
  @Tag("C1.1")
  @Tag("C1.3")
  @Tag("C9.16")
  @Tag("C9.17")
  @Test
  void reviewNetworksOfTheSlides() {
    assertThat(count(input(50), embedding(10_000, 128), simpleRnn(64), dense(1, SIGMOID)))
        .isEqualTo(1_292_417);
    assertThat(count(input(50), embedding(10_000, 128), bidirectional(lstm(64)), dense(1, SIGMOID)))
        .isEqualTo(1_378_945);
  }

  @Test
  void activationsAreTheirFunctions() {
    Tensor x = random(1, 3, 5);
    assertThat(LINEAR.of(x)).isSameAs(x);
    assertThat(RELU.of(x).data()).isEqualTo(x.relu().data());
    assertThat(SIGMOID.of(x).data()).isEqualTo(x.sigmoid().data());
    assertThat(TANH.of(x).data()).isEqualTo(x.tanh().data());
    assertThat(SOFTMAX.of(x).data()).isEqualTo(x.softmax().data());
  }

  /** Keras' default: the forget gate starts open. */
  @Test
  void forgetGateStartsWithBiasOne() {
    Tensor bias = Sequential.of(input(4, 2), lstm(3)).parameter("lstm/bias");
    assertThat(bias.data()).containsExactly(0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void embeddingStartsSmall() {
    Tensor table = Sequential.of(input(4), embedding(50, 30)).parameter("embedding/embeddings");
    for (float value : table.data()) {
      assertThat(value).isBetween(-0.05f, 0.05f);
    }
    assertThat(table.square().mean().item()).isBetween(0.05f * 0.05f / 3.3f, 0.05f * 0.05f / 2.7f);
  }

  /** C9.12: the last states of both directions, side by side. */
  @Tag("C9.12")
  @Test
  void bidirectionalPutsBothDirectionsSideBySide() {
    Sequential both = Sequential.of(input(4, 2), bidirectional(lstm(3)));
    Sequential forward = Sequential.of(input(4, 2), lstm(3));
    copy(both, "bidirectional/forward_", forward, "lstm/");
    Tensor x = random(1, 5, 4, 2);
    Tensor y = both.predict(x);
    assertThat(y.shape()).containsExactly(5, 6);
    assertColumns(y, 0, forward.predict(x));
    copy(both, "bidirectional/backward_", forward, "lstm/");
    assertColumns(y, 3, forward.predict(reversed(x)));
  }

  private static void copy(Sequential from, String prefix, Sequential to, String toPrefix) {
    for (String name : new String[] {"kernel", "recurrent_kernel", "bias"}) {
      float[] source = from.parameter(prefix + name).data();
      System.arraycopy(source, 0, to.parameter(toPrefix + name).data(), 0, source.length);
    }
  }

  private static Tensor reversed(Tensor x) {
    Tensor reversed = Tensor.zeros(x.shape());
    int d = x.dim(2);
    for (int row = 0; row < x.dim(0); row++) {
      for (int t = 0; t < x.dim(1); t++) {
        int to = (row * x.dim(1) + x.dim(1) - 1 - t) * d;
        System.arraycopy(x.data(), (row * x.dim(1) + t) * d, reversed.data(), to, d);
      }
    }
    return reversed;
  }

  private static void assertColumns(Tensor y, int first, Tensor expected) {
    for (int i = 0; i < y.dim(0); i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(y.get(i, first + j)).isEqualTo(expected.get(i, j));
      }
    }
  }

  @Test
  void layersThatDoNotFitAreNamed() {
    refused(
        "Dense takes vectors [D], was given samples of shape [4, 2]; put flatten() before it",
        input(4, 2),
        dense(3, RELU));
    refused(
        "Conv2D takes images [H, W, C] with H and W of 3 or more, was given samples of shape [4,"
            + " 2]",
        input(4, 2),
        conv2D(1, 3, RELU));
    refused(
        "Conv2D takes images [H, W, C] with H and W of 3 or more, was given samples of shape [2, 4,"
            + " 1]",
        input(2, 4, 1),
        conv2D(1, 3, RELU));
    refused(
        "MaxPooling2D takes images [H, W, C] with H and W of 2 or more, was given samples of shape"
            + " [4, 1, 1]",
        input(4, 1, 1),
        maxPooling2D(2));
    refused(
        "Embedding takes sequences of ids [T], was given samples of shape [4, 2]",
        input(4, 2),
        embedding(3, 2));
    refused(
        "SimpleRNN takes sequences of vectors [T, D], was given samples of shape [4]",
        input(4),
        simpleRnn(3));
    refused(
        "LSTM takes sequences of vectors [T, D], was given samples of shape [4]",
        input(4),
        lstm(3));
  }

  private static void refused(String message, Layer... layers) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sequential.of(layers))
        .withMessage(message);
  }

  @Test
  void sizesBelowOneAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dense(0, RELU))
        .withMessage("units must be 1 or more, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> conv2D(0, 3, RELU))
        .withMessage("filters must be 1 or more, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> conv2D(1, 3, 0, Padding.SAME, RELU))
        .withMessage("strides must be 1 or more, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> conv2D(1, -3, RELU))
        .withMessage("kernelSize must be 1 or more, was -3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> maxPooling2D(0))
        .withMessage("poolSize must be 1 or more, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> embedding(0, 1))
        .withMessage("vocabularySize must be 1 or more, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lstm(0))
        .withMessage("units must be 1 or more, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> input(28, 0))
        .withMessage("every extent of the input shape must be 1 or more, was 0");
  }
}
