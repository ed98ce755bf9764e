package manabi.nn;

import static manabi.loss.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.RELU;
import static manabi.nn.Activation.SOFTMAX;
import static manabi.nn.Activation.TANH;
import static manabi.nn.Fit.epochs;
import static manabi.nn.Layers.activation;
import static manabi.nn.Layers.batchNormalization;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.input;
import static manabi.nn.SmallModels.X;
import static manabi.nn.SmallModels.Y;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import manabi.optim.Adam;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Transfer learning: layers that stay as they are, and layers from another model. */
@Tag("C3.16")
class FreezingTest {

  private static Sequential normalised() {
    return Sequential.of(
            input(3), dense(8, LINEAR), batchNormalization(), activation(RELU), dense(3, SOFTMAX))
        .seed(1)
        .compile(new Adam(0.05), SPARSE_CATEGORICAL_CROSSENTROPY);
  }

  private static float[] bits(Sequential model, String name) {
    return model.parameter(name).toArray();
  }

  @Test
  void frozenLayersStayBitForBitAndTheOthersLearn() {
    Sequential model = normalised().freeze("dense", "batch_normalization");
    List<String> frozen =
        List.of(
            "dense/kernel",
            "dense/bias",
            "batch_normalization/gamma",
            "batch_normalization/beta",
            "batch_normalization/moving_mean",
            "batch_normalization/moving_variance");
    model.fit(X, Y, epochs(5).quiet());
    for (String name : frozen) {
      assertThat(bits(model, name)).isEqualTo(bits(normalised(), name));
    }
    assertThat(bits(model, "dense_1/kernel")).isNotEqualTo(bits(normalised(), "dense_1/kernel"));

    model.unfreeze().fit(X, Y, epochs(5).quiet());
    for (String name : frozen) {
      assertThat(bits(model, name)).isNotEqualTo(bits(normalised(), name));
    }
  }

  @Test
  void frozenBatchNormalisationUsesItsAverages() {
    Sequential model = normalised();
    model.fit(X, Y, epochs(3).quiet());
    float[] learning = model.apply(X, Phase.TRAINING).toArray();
    float[] inUse = model.apply(X).toArray();
    assertThat(learning).isNotEqualTo(inUse);
    model.freeze("batch_normalization");
    assertThat(model.apply(X, Phase.TRAINING).data()).isEqualTo(inUse);
  }

  @Test
  void aFrozenLayerPassesItsGradientOn() {
    Sequential model = SmallModels.corners().freeze("dense_1");
    model.fit(X, Y, epochs(5).quiet());
    assertThat(bits(model, "dense/kernel"))
        .isNotEqualTo(bits(SmallModels.corners(), "dense/kernel"));
    assertThat(bits(model, "dense_1/kernel"))
        .isEqualTo(bits(SmallModels.corners(), "dense_1/kernel"));
  }

  @Test
  void countsWhatLearns() {
    Sequential model = normalised();
    assertThat(model.trainableCount()).isEqualTo(model.parameterCount()).isEqualTo(32 + 16 + 27);
    assertThat(model.summary()).endsWith("Parameters: 75, moving averages: 16");
    model.freeze("dense").freeze("batch_normalization");
    assertThat(model.trainableCount()).isEqualTo(27);
    assertThat(model.parameterCount()).isEqualTo(75);
    assertThat(model.summary()).endsWith("Parameters: 75, frozen: 48, moving averages: 16");
    assertThat(model.unfreeze().trainableCount()).isEqualTo(75);
  }

  @Test
  void layersOfAnotherModelAreCopied() {
    Sequential trained = normalised();
    trained.fit(X, Y, epochs(5).quiet());
    Sequential target = normalised().seed(2).copyWeights(trained, "dense", "batch_normalization");
    for (String name : List.of("dense/kernel", "dense/bias", "batch_normalization/moving_mean")) {
      assertThat(bits(target, name)).isEqualTo(bits(trained, name));
    }
    assertThat(bits(target, "dense_1/kernel"))
        .isEqualTo(bits(normalised().seed(2), "dense_1/kernel"));
    target.fit(X, Y, epochs(1).quiet());
    assertThat(bits(target, "dense/kernel")).isNotEqualTo(bits(trained, "dense/kernel"));
  }

  @Test
  void unknownLayersAndOtherShapesChangeNothing() {
    Sequential model = SmallModels.corners();
    Sequential wide = Sequential.of(input(3), dense(16, TANH), dense(4, SOFTMAX)).seed(5);
    float[] before = SmallModels.weights(model);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.freeze("dense", "conv2d"))
        .withMessage("layer must be one of [dense, dense_1], was conv2d");
    assertThat(model.trainableCount()).isEqualTo(model.parameterCount());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.copyWeights(wide, "dense", "dense_1"))
        .withMessage("dense_1 must be [[16, 3], [3]], as here, was [[16, 4], [4]]");
    assertThatIllegalArgumentException().isThrownBy(() -> model.copyWeights(wide, "dense_2"));
    assertThatIllegalStateException()
        .isThrownBy(() -> model.copyWeights(Sequential.of(dense(3, SOFTMAX)), "dense"));
    assertThat(SmallModels.weights(model)).isEqualTo(before);
  }
}
