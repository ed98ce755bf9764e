package manabi.nn;

import static manabi.nn.Activation.SIGMOID;
import static manabi.nn.Layers.bidirectional;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.embedding;
import static manabi.nn.Layers.flatten;
import static manabi.nn.Layers.gru;
import static manabi.nn.Layers.gruResetBefore;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.lstm;
import static manabi.nn.Layers.simpleRnn;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrentTest {

  static Stream<Supplier<Layer>> layers() {
    return Stream.of(
        () -> simpleRnn(17),
        () -> lstm(5),
        () -> gru(5),
        () -> gruResetBefore(5),
        () -> bidirectional(lstm(16)),
        () -> bidirectional(simpleRnn(3).returnSequences()),
        () -> gru(4).returnSequences());
  }

  /** Words that come again are multiplied once; taken layer by layer, every time. */
  @ParameterizedTest
  @MethodSource("layers")
  void behindAnEmbeddingTheResultIsThatOfTheLayersOneByOne(Supplier<Layer> layer) {
    Sequential model =
        Sequential.of(input(7), embedding(11, 6), layer.get(), flatten(), dense(2, SIGMOID));
    Tensor ids = Tensor.zeros(13, 7);
    for (int i = 0; i < ids.size(); i++) {
      ids.data()[i] = i * i % 11; // six of the eleven ids, often
    }
    Tensor g = random(3, 13, 2);
    List<Tensor> together;
    List<Tensor> oneByOne;
    try (var tape = GradientTape.open()) {
      together = tape.gradient(model.apply(ids).multiply(g).sum(), model.variables());
    }
    try (var tape = GradientTape.open()) {
      Tensor y = model.outputs(ids).get("dense");
      assertThat(y.data()).containsExactly(model.predict(ids).data(), within(1e-6f));
      oneByOne = tape.gradient(y.multiply(g).sum(), model.variables());
    }
    for (int i = 0; i < together.size(); i++) {
      assertThat(together.get(i).data())
          .as(model.parameters().get(i).name())
          .containsExactly(oneByOne.get(i).data(), within(3e-6f));
    }
  }

  @Test
  void sequencesHaveTheirSteps() {
    Tensor x = random(1, 3, 5, 2);
    assertThat(Sequential.of(simpleRnn(4).returnSequences()).predict(x).shape())
        .containsExactly(3, 5, 4);
    assertThat(Sequential.of(lstm(4)).predict(x).shape()).containsExactly(3, 4);
    assertThat(Sequential.of(bidirectional(gru(4).returnSequences())).predict(x).shape())
        .containsExactly(3, 5, 8);
    assertThat(Sequential.of(input(5, 2), bidirectional(lstm(4).returnSequences())).outputShape())
        .containsExactly(5, 8);
  }

  /** C9.8: three quarters of an LSTM's 49 408; Keras' form has 3 H biases more. */
  @Test
  void numbersOfParametersAreTheSlides() {
    assertThat(Sequential.of(input(50, 128), lstm(64)).parameterCount()).isEqualTo(49_408);
    assertThat(Sequential.of(input(50, 128), gruResetBefore(64)).parameterCount())
        .isEqualTo(37_056);
    assertThat(Sequential.of(input(50, 128), gru(64)).parameterCount()).isEqualTo(37_248);
    assertThat(Sequential.of(input(5, 2), gru(4)).parameters().stream().map(Parameter::name))
        .containsExactly("gru/kernel", "gru/recurrent_kernel", "gru/bias", "gru/recurrent_bias");
  }
}
