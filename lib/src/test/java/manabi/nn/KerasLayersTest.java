package manabi.nn;

import static manabi.loss.Loss.MEAN_SQUARED_ERROR;
import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.RELU;
import static manabi.nn.Activation.SIGMOID;
import static manabi.nn.Activation.SOFTMAX;
import static manabi.nn.Activation.TANH;
import static manabi.nn.Layers.averagePooling2D;
import static manabi.nn.Layers.batchNormalization;
import static manabi.nn.Layers.causalAttention;
import static manabi.nn.Layers.conv2D;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.dropout;
import static manabi.nn.Layers.elu;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.layerNormalization;
import static manabi.nn.Layers.leakyRelu;
import static manabi.nn.Layers.maxPooling2D;
import static manabi.nn.Layers.multiHeadAttention;
import static manabi.nn.Layers.transformerEncoder;
import static manabi.tensor.op.Padding.SAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import manabi.loss.Loss;
import manabi.optim.AdaDelta;
import manabi.optim.AdaGrad;
import manabi.optim.Adam;
import manabi.optim.Optimizer;
import manabi.optim.RmsProp;
import manabi.optim.Sgd;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import manabi.tensor.op.Attention;
import manabi.tensor.op.AttentionMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Single layers, losses and optimisers with the same numbers in Keras: {@code
 * src/test/python/keras_layers.py} made the files.
 */
class KerasLayersTest {

  /** Keras computed in double; numbers near 1 in float are wrong by some 1e-7. */
  private static final float TOLERANCE = 1e-6f;

  /** Three steps move a weight by 0.003, by its gradient's relative error more or less. */
  private static final float AFTER_ADAM = 5e-6f;

  /** Numbers in row-major order. */
  record Numbers(List<Integer> shape, List<Float> data) {
    Tensor tensor() {
      return Tensor.of(array(data), shape.stream().mapToInt(extent -> extent).toArray());
    }
  }

  private static float[] array(List<Float> numbers) {
    float[] array = new float[numbers.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = numbers.get(i);
    }
    return array;
  }

  record LayerCase(
      Phase phase,
      Numbers x,
      Numbers y,
      Map<String, List<Float>> weights,
      List<Float> output,
      List<Double> losses,
      Map<String, List<Float>> gradients,
      List<Float> inputGradient,
      Map<String, List<Float>> weightsAfterAdam) {}

  static Stream<Arguments> layers() {
    return Stream.of(
        Arguments.of("linear", Sequential.of(input(4), dense(3, LINEAR))),
        Arguments.of("relu", Sequential.of(input(4), dense(3, RELU))),
        Arguments.of("sigmoid", Sequential.of(input(4), dense(3, SIGMOID))),
        Arguments.of("tanh", Sequential.of(input(4), dense(3, TANH))),
        Arguments.of("softmax", Sequential.of(input(4), dense(3, SOFTMAX))),
        Arguments.of("leaky_relu", Sequential.of(input(4), dense(3, LINEAR), leakyRelu(0.2))),
        Arguments.of("elu", Sequential.of(input(4), dense(3, LINEAR), elu())),
        Arguments.of("dropout", Sequential.of(input(4), dense(3, LINEAR), dropout(0.5))),
        Arguments.of("convolution", images(conv2D(3, 3, TANH))),
        Arguments.of("convolution with zeros around", images(conv2D(3, 2, 1, SAME, TANH))),
        Arguments.of("convolution with strides", images(conv2D(3, 3, 2, SAME, TANH))),
        Arguments.of("max_pooling", images(conv2D(3, 3, TANH), maxPooling2D(2))),
        Arguments.of("average_pooling", images(conv2D(3, 3, TANH), averagePooling2D(2))),
        Arguments.of("batch_normalization", Sequential.of(input(3, 2, 4), batchNormalization())),
        Arguments.of("layer_normalization", Sequential.of(input(4, 5), layerNormalization())),
        Arguments.of("multi_head_attention", Sequential.of(input(4, 6), multiHeadAttention(2, 3))),
        Arguments.of("causal_attention", Sequential.of(input(4, 6), causalAttention(2, 3))),
        Arguments.of(
            "transformer_encoder", Sequential.of(input(4, 6), transformerEncoder(2, 7, 0))));
  }

  private static Sequential images(Layer... layers) {
    return Sequential.of(
        Stream.concat(Stream.of(input(7, 5, 2)), Stream.of(layers)).toArray(Layer[]::new));
  }

  /**
   * The keys' bias has a gradient of 0, of which rounding leaves a little: Adam takes whole steps
   * along it, which change nothing.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void outputGradientsAndThreeStepsAreThoseOfKeras(String name, Sequential model) {
    LayerCase keras = read("layers", new TypeReference<Map<String, LayerCase>>() {}).get(name);
    keras.weights.forEach(
        (parameter, numbers) -> {
          float[] own = model.parameter(parameter).data();
          assertThat(own).as(parameter).hasSameSizeAs(numbers);
          System.arraycopy(array(numbers), 0, own, 0, own.length);
        });
    Tensor x = keras.x.tensor();
    assertThat(model.predict(x).data()).containsExactly(array(keras.output), within(TOLERANCE));
    Optimizer adam = new Adam(0.001, 0.9, 0.999, 1e-12);
    for (int step = 0; step < keras.losses.size(); step++) {
      try (var tape = GradientTape.open()) {
        Tensor loss = MEAN_SQUARED_ERROR.of(keras.y.tensor(), model.apply(x, keras.phase));
        assertThat((double) loss.item()).isCloseTo(keras.losses.get(step), within(1e-6));
        List<Tensor> sources = new ArrayList<>(model.variables());
        sources.add(x);
        List<Tensor> gradients = tape.gradient(loss, sources);
        Tensor byInput = gradients.remove(gradients.size() - 1);
        if (step == 0) {
          assertGradients(model, gradients, keras.gradients);
          assertThat(byInput.data()).containsExactly(array(keras.inputGradient), within(TOLERANCE));
        }
        adam.apply(gradients, model.variables());
      }
    }
    keras.weightsAfterAdam.remove("multi_head_attention/key_bias");
    keras.weightsAfterAdam.forEach(
        (parameter, numbers) ->
            assertThat(model.parameter(parameter).data())
                .as(parameter)
                .containsExactly(array(numbers), within(AFTER_ADAM)));
  }

  private static void assertGradients(
      Sequential model, List<Tensor> gradients, Map<String, List<Float>> expected) {
    List<Parameter> parameters = model.parameters();
    assertThat(expected).hasSameSizeAs(parameters);
    for (int i = 0; i < parameters.size(); i++) {
      String name = parameters.get(i).name();
      assertThat(gradients.get(i).data())
          .as(name)
          .containsExactly(array(expected.get(name)), within(TOLERANCE));
    }
  }

  record CrossAttention(
      Numbers query,
      Numbers key,
      Numbers value,
      Numbers visible,
      List<Float> output,
      Numbers weights,
      List<List<Float>> gradients) {}

  /** Queries that look at another sequence, of which each sample hides a part. */
  @Test
  void maskedCrossAttentionIsThatOfKeras() {
    CrossAttention keras = read("attention", new TypeReference<CrossAttention>() {});
    List<Tensor> inputs = List.of(keras.query.tensor(), keras.key.tensor(), keras.value.tensor());
    try (var tape = GradientTape.open()) {
      Attention attention = new Attention(2, AttentionMask.NONE.and(keras.visible.tensor()));
      Tensor y = attention.apply(inputs.toArray(Tensor[]::new));
      assertThat(y.data()).containsExactly(array(keras.output), within(TOLERANCE));
      List<Tensor> gradients = tape.gradient(y.multiply(keras.weights.tensor()).sum(), inputs);
      for (int i = 0; i < 3; i++) {
        assertThat(gradients.get(i).data())
            .containsExactly(array(keras.gradients.get(i)), within(TOLERANCE));
      }
    }
  }

  record LossValue(List<Integer> shape, List<Float> data, double loss, List<Float> gradient) {
    Tensor tensor() {
      return new Numbers(shape, data).tensor();
    }
  }

  record LossCase(Numbers labels, LossValue predictions, LossValue scores) {}

  /**
   * Keras divides probabilities of classes by their sum first, which is 1 already: the loss is the
   * same, its gradient 1/N larger in each place. A softmax before it passes no such constant on.
   */
  @ParameterizedTest
  @EnumSource
  void lossesAreThoseOfKeras(Loss loss) {
    LossCase keras = read("losses", new TypeReference<Map<String, LossCase>>() {}).get(loss.name());
    Tensor labels = keras.labels.tensor();
    Tensor predictions = keras.predictions.tensor();
    try (var tape = GradientTape.open()) {
      boolean divided = predictions.rank() == 2 && predictions.dim(1) > 1 && keras.scores != null;
      double constant = divided ? 1.0 / predictions.dim(0) : 0;
      Tensor value = loss.of(labels, predictions);
      assertLoss(tape, value, predictions, keras.predictions, constant);
    }
    if (keras.scores != null) {
      Tensor scores = keras.scores.tensor();
      try (var tape = GradientTape.open()) {
        assertLoss(tape, loss.ofScores(labels, scores), scores, keras.scores, 0);
      }
    }
  }

  private static void assertLoss(
      GradientTape tape, Tensor value, Tensor source, LossValue expected, double constant) {
    assertThat((double) value.item()).isCloseTo(expected.loss, within(1e-6));
    assertThat(tape.gradient(value, List.of(source)).get(0).add(constant).data())
        .containsExactly(array(expected.gradient), within(2e-6f));
  }

  record Paths(
      List<Float> start, List<List<Float>> gradients, Map<String, List<List<Float>>> paths) {}

  static Stream<Arguments> optimizers() {
    return Stream.of(
        Arguments.of("Sgd", new Sgd()),
        Arguments.of("Sgd with momentum", new Sgd(0.01, 0.9, false)),
        Arguments.of("Sgd with Nesterov's momentum", new Sgd(0.01, 0.9, true)),
        Arguments.of("RmsProp", new RmsProp()),
        Arguments.of("AdaGrad", new AdaGrad()),
        Arguments.of("AdaDelta", new AdaDelta()),
        Arguments.of("Adam", new Adam()));
  }

  /**
   * Gradients from 10 down to 0.001. Adam has its epsilon in another place, which counts 1e-3 of a
   * step for the smallest.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("optimizers")
  void optimizersTakeKerasSteps(String name, Optimizer optimizer) {
    Paths keras = read("optimizers", new TypeReference<Paths>() {});
    Tensor w = Tensor.of(array(keras.start), keras.start.size());
    for (int step = 0; step < keras.gradients.size(); step++) {
      Tensor gradient = Tensor.of(array(keras.gradients.get(step)), w.size());
      optimizer.apply(List.of(gradient), List.of(w));
      assertThat(w.data())
          .containsExactly(
              array(keras.paths.get(name).get(step)),
              within(name.equals("Adam") ? 1e-5f : TOLERANCE));
    }
  }

  private static <T> T read(String name, TypeReference<T> type) {
    try (InputStream in = KerasLayersTest.class.getResourceAsStream("/keras/" + name + ".json")) {
      return new ObjectMapper().readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
