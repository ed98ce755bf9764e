package manabi.nn;

import static manabi.nn.Layers.causalAttention;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.multiHeadAttention;
import static manabi.nn.Layers.transformerEncoder;
import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TransformerTest {

  /** C12.8: one of the base model's six encoder units, 18,902,016 numbers together. */
  @Test
  void parameterCounts() {
    assertThat(count(input(2, 512), transformerEncoder(8, 2048, 0.1))).isEqualTo(18_902_016 / 6);
    assertThat(count(input(5, 7), multiHeadAttention(3, 2))).isEqualTo(4 * 7 * 6 + 3 * 6 + 7);
  }

  private static int count(Layer... layers) {
    return Sequential.of(layers).parameterCount();
  }

  @Test
  void gradientsOfAnEncoderUnitMatchDifferences() {
    Sequential model = Sequential.of(input(3, 4), transformerEncoder(2, 5, 0)).seed(3);
    Tensor[] inputs =
        Stream.concat(Stream.of(random(1, 2, 3, 4)), model.variables().stream())
            .toArray(Tensor[]::new);
    assertGradients(all -> model.apply(all[0]), inputs);
  }

  /** The keys' bias adds the same to all scores of a query, which softmax ignores. */
  @Test
  void gradientsOfAttentionMatchDifferences() {
    for (Layer layer : new Layer[] {multiHeadAttention(2, 3), causalAttention(2, 3)}) {
      Sequential model = Sequential.of(input(3, 4), layer);
      Tensor[] inputs =
          Stream.concat(
                  Stream.of(random(1, 2, 3, 4)),
                  model.parameters().stream()
                      .filter(parameter -> !parameter.name().endsWith("/key_bias"))
                      .map(Parameter::value))
              .toArray(Tensor[]::new);
      assertGradients(all -> model.apply(all[0]), inputs);
    }
  }

  /** C12.6: without positions, another order of the steps gives the same in that order. */
  @Test
  void attentionTakesNoAccountOfTheOrder() {
    Sequential model = Sequential.of(input(3, 4), transformerEncoder(2, 5, 0.5));
    Tensor x = random(1, 3, 4);
    Tensor y = model.predict(x.reshape(1, 3, 4)).reshape(3, 4);
    Tensor turned = model.predict(x.gather(2, 0, 1).reshape(1, 3, 4)).reshape(3, 4);
    assertThat(turned.data()).containsExactly(y.gather(2, 0, 1).data(), within(1e-6f));
  }

  /** C12.7: what a step gives depends on itself and on what came before. */
  @Test
  void causalAttentionDoesNotSeeTheFuture() {
    Sequential model = Sequential.of(input(3, 4), causalAttention(2, 3));
    Tensor x = random(1, 1, 3, 4);
    Tensor changed = Tensor.of(x.toArray(), x.shape());
    changed.data()[11] = 100;
    Tensor y = model.predict(x).reshape(3, 4);
    Tensor z = model.predict(changed).reshape(3, 4);
    assertThat(z.slice(0, 2).data()).isEqualTo(y.slice(0, 2).data());
    assertThat(z.slice(2, 3).data()).isNotEqualTo(y.slice(2, 3).data());
  }

  @Test
  void outputIsNormalised() {
    Tensor y =
        Sequential.of(input(3, 16), transformerEncoder(4, 8, 0))
            .predict(random(1, 5, 3, 16))
            .reshape(15, 16);
    for (int i = 0; i < 15; i++) {
      assertThat(y.slice(i, i + 1).mean().item()).isCloseTo(0, within(1e-6f));
      assertThat(y.slice(i, i + 1).square().mean().item()).isCloseTo(1, within(0.02f));
    }
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    refused(
        "MultiHeadAttention takes sequences of vectors [T, D], was given samples of shape [4]",
        input(4),
        multiHeadAttention(2, 3));
    refused(
        "TransformerEncoder takes sequences of vectors [T, D], was given samples of shape [4]",
        input(4),
        transformerEncoder(2, 3, 0));
    refused(
        "the 4 numbers of a step must be a multiple of the 3 heads",
        input(2, 4),
        transformerEncoder(3, 3, 0));
  }

  private static void refused(String message, Layer... layers) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sequential.of(layers))
        .withMessage(message);
  }

  @Test
  void settingsOutOfRangeAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> multiHeadAttention(0, 1))
        .withMessage("heads must be 1 or more, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> multiHeadAttention(1, 0))
        .withMessage("keySize must be 1 or more, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> transformerEncoder(1, 0, 0))
        .withMessage("hiddenSize must be 1 or more, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> transformerEncoder(1, 1, 1))
        .withMessage("rate must be in [0, 1), was 1.0");
  }
}
