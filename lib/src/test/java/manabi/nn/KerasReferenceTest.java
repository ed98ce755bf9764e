package manabi.nn;

import static manabi.loss.Loss.BINARY_CROSSENTROPY;
import static manabi.loss.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static manabi.nn.Activation.RELU;
import static manabi.nn.Activation.SIGMOID;
import static manabi.nn.Activation.SOFTMAX;
import static manabi.nn.Layers.bidirectional;
import static manabi.nn.Layers.conv2D;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.embedding;
import static manabi.nn.Layers.flatten;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.lstm;
import static manabi.nn.Layers.maxPooling2D;
import static manabi.nn.Layers.simpleRnn;

import java.util.stream.Stream;
import manabi.loss.Loss;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same networks with the same weights in Keras: {@code src/test/python/keras_reference.py} made
 * the files and says where Keras' Adam is not the paper's.
 */
class KerasReferenceTest {

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of(
            "convolution",
            Sequential.of(
                input(14, 14, 1),
                conv2D(3, 3, RELU),
                maxPooling2D(2),
                conv2D(5, 3, RELU),
                maxPooling2D(2),
                flatten(),
                dense(7, RELU),
                dense(4, SOFTMAX)),
            SPARSE_CATEGORICAL_CROSSENTROPY),
        Arguments.of(
            "simple-rnn",
            Sequential.of(input(6), embedding(11, 5), simpleRnn(7), dense(1, SIGMOID)),
            BINARY_CROSSENTROPY),
        Arguments.of(
            "bidirectional-lstm",
            Sequential.of(input(6), embedding(11, 5), bidirectional(lstm(3)), dense(1, SIGMOID)),
            BINARY_CROSSENTROPY));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void outputLossAndGradientsAreThoseOfKeras(String name, Sequential model, Loss loss) {
    KerasReference.read(name).assertOutputLossAndGradients(model, loss);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void threeStepsOfAdamAreThoseOfKeras(String name, Sequential model, Loss loss) {
    KerasReference.read(name).assertStepsOfAdam(model, loss);
  }
}
