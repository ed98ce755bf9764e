package manabi.nn;

import static manabi.loss.Loss.BINARY_CROSSENTROPY;
import static manabi.nn.Activation.SIGMOID;
import static manabi.nn.Layers.bidirectional;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.flatten;
import static manabi.nn.Layers.gru;
import static manabi.nn.Layers.gruResetBefore;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.lstm;
import static manabi.nn.Layers.simpleRnn;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Recurrent layers of every kind with the same weights in Keras, one way and both, with their last
 * state and with all: {@code src/test/python/recurrent_reference.py} made the files.
 */
class RecurrentReferenceTest {

  static Stream<Arguments> networks() {
    return Stream.of("simple_rnn", "lstm", "gru", "gru-reset-before")
        .flatMap(
            kind ->
                Stream.of(
                    Arguments.of(kind, withLastState(layer(kind))),
                    Arguments.of(kind + "-sequences", withAllStates(layer(kind).returnSequences())),
                    Arguments.of(
                        "bidirectional-" + kind, withLastState(bidirectional(layer(kind)))),
                    Arguments.of(
                        "bidirectional-" + kind + "-sequences",
                        withAllStates(bidirectional(layer(kind).returnSequences())))));
  }

  private static Recurrent layer(String kind) {
    return switch (kind) {
      case "simple_rnn" -> simpleRnn(5);
      case "lstm" -> lstm(5);
      case "gru" -> gru(5);
      default -> gruResetBefore(5);
    };
  }

  private static Sequential withLastState(Layer layer) {
    return Sequential.of(input(6, 3), layer, dense(1, SIGMOID));
  }

  private static Sequential withAllStates(Layer layer) {
    return Sequential.of(input(6, 3), layer, flatten(), dense(1, SIGMOID));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void outputLossAndGradientsAreThoseOfKeras(String name, Sequential model) {
    KerasReference.read("recurrent/" + name)
        .assertOutputLossAndGradients(model, BINARY_CROSSENTROPY);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void threeStepsOfAdamAreThoseOfKeras(String name, Sequential model) {
    KerasReference.read("recurrent/" + name).assertStepsOfAdam(model, BINARY_CROSSENTROPY);
  }
}
