package manabi.tensor.op;

import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A batch without samples gives none, and parameters that have seen none get a gradient of 0. */
class NoSamplesTest {

  static Stream<Arguments> operations() {
    Tensor images = Tensor.zeros(0, 7, 5, 3);
    return Stream.of(
        row(
            "affine",
            x -> new Affine().apply(x),
            Tensor.zeros(0, 3),
            random(1, 3, 5),
            random(2, 5)),
        row("convolution", x -> new Convolution2D().apply(x), images, filters(3), random(2, 17)),
        row(
            "convolution in tiles",
            x -> new Convolution2D(1, Padding.SAME).apply(x),
            Tensor.zeros(0, 7, 5, 32),
            random(1, 3, 3, 32, 32),
            random(2, 32)),
        row(
            "pooled convolution",
            x -> new PooledConvolution2D(1, Padding.VALID, true, 2).apply(x),
            images,
            filters(3),
            random(2, 17)),
        row("max pooling", x -> new MaxPooling2D(2).apply(x), images),
        row("average pooling", x -> new AveragePooling2D(2).apply(x), images),
        row(
            "layer normalisation",
            x -> new LayerNormalization(1e-3).apply(x),
            Tensor.zeros(0, 2, 3),
            random(1, 3),
            random(2, 3)),
        recurrence(RecurrentKind.SIMPLE),
        recurrence(RecurrentKind.LSTM),
        recurrence(RecurrentKind.GRU_RESET_BEFORE),
        recurrence(RecurrentKind.GRU_RESET_AFTER));
  }

  private static Arguments row(
      String name, Function<Tensor[], Tensor> operation, Tensor... inputs) {
    return Arguments.of(name, operation, inputs);
  }

  private static Arguments recurrence(RecurrentKind kind) {
    return row(kind.name(), x -> kind.apply(true, false, x), kind.inputs(0, 4, 3, 5));
  }

  private static Tensor filters(int channels) {
    return random(1, 3, 3, channels, 17);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void noneGiveNone(String name, Function<Tensor[], Tensor> operation, Tensor... inputs) {
    try (var tape = GradientTape.open()) {
      Tensor y = operation.apply(inputs);
      assertThat(y.dim(0)).isZero();
      List<Tensor> gradients = tape.gradient(y.sum(), List.of(inputs));
      for (int i = 0; i < inputs.length; i++) {
        assertThat(gradients.get(i).shape()).isEqualTo(inputs[i].shape());
        assertThat(gradients.get(i).data()).isEqualTo(new float[inputs[i].size()]);
      }
    }
  }
}
