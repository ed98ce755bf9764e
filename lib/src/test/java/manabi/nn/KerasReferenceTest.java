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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import manabi.loss.Loss;
import manabi.optim.Adam;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same networks with the same weights in Keras: {@code src/test/python/keras_reference.py} made
 * the files and says where Keras' Adam is not the paper's.
 */
class KerasReferenceTest {

  /** Keras computed in double; numbers near 1 in float are wrong by some 1e-7. */
  private static final float TOLERANCE = 5e-7f;

  /** Three steps move a weight by 0.003, by its gradient's relative error more or less. */
  private static final float AFTER_ADAM = 5e-6f;

  record Numbers(List<Integer> shape, List<Float> data) {

    float[] array() {
      float[] array = new float[data.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = data.get(i);
      }
      return array;
    }

    Tensor tensor() {
      return Tensor.of(array(), shape.stream().mapToInt(extent -> extent).toArray());
    }
  }

  record Reference(
      Numbers x,
      Numbers y,
      Map<String, Numbers> weights,
      Numbers output,
      List<Double> losses,
      Map<String, Numbers> gradients,
      Map<String, Numbers> weightsAfterAdam) {}

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
    Reference keras = read(name);
    setWeights(model, keras);
    Tensor x = keras.x.tensor();
    assertThat(model.predict(x).data()).containsExactly(keras.output.array(), within(TOLERANCE));
    List<Parameter> parameters = model.parameters();
    try (var tape = GradientTape.open()) {
      Tensor value = loss.ofScores(keras.y.tensor(), model.scores(x));
      assertThat((double) value.item()).isCloseTo(keras.losses.get(0), within(1e-6));
      List<Tensor> gradients = tape.gradient(value, model.variables());
      for (int i = 0; i < parameters.size(); i++) {
        String parameter = parameters.get(i).name();
        assertThat(gradients.get(i).data())
            .as(parameter)
            .containsExactly(keras.gradients.get(parameter).array(), within(TOLERANCE));
        assertThat(
                Tensor.of(gradients.get(i).data(), gradients.get(i).size()).square().sum().item())
            .as("%s, squared", parameter)
            .isPositive();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void threeStepsOfAdamAreThoseOfKeras(String name, Sequential model, Loss loss) {
    Reference keras = read(name);
    setWeights(model, keras);
    model.compile(new Adam(0.001, 0.9, 0.999, 1e-12), loss);
    Tensor x = keras.x.tensor();
    History history =
        model.fit(x, keras.y.tensor(), Fit.epochs(keras.losses.size()).batchSize(x.dim(0)).quiet());
    double[] losses = keras.losses.stream().mapToDouble(value -> value).toArray();
    assertThat(history.get("loss")).containsExactly(losses, within(1e-6));
    for (Parameter parameter : model.parameters()) {
      assertThat(parameter.value().data())
          .as(parameter.name())
          .containsExactly(
              keras.weightsAfterAdam.get(parameter.name()).array(), within(AFTER_ADAM));
    }
  }

  private static void setWeights(Sequential model, Reference keras) {
    assertThat(model.parameters().stream().map(Parameter::name))
        .containsExactlyInAnyOrderElementsOf(keras.weights.keySet());
    keras.weights.forEach(
        (name, numbers) -> {
          Tensor parameter = model.parameter(name);
          assertThat(parameter.shape()).as(name).isEqualTo(numbers.tensor().shape());
          System.arraycopy(numbers.array(), 0, parameter.data(), 0, parameter.size());
        });
  }

  private static Reference read(String name) {
    try (InputStream in =
        KerasReferenceTest.class.getResourceAsStream("/keras/" + name + ".json")) {
      return new ObjectMapper().readValue(in, Reference.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
