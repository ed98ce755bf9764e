package manabi.nn;

import static manabi.loss.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static manabi.nn.Activation.RELU;
import static manabi.nn.Activation.SIGMOID;
import static manabi.nn.Activation.SOFTMAX;
import static manabi.nn.Fit.epochs;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.flatten;
import static manabi.nn.Layers.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import manabi.optim.Adam;
import manabi.optim.Sgd;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C3.4")
class AutoencoderPretrainingTest {

  private static final int SAMPLES = 240;

  /** Which of 12 places is bright, each with a dim neighbourhood of its own, in some noise. */
  private static Tensor samples() {
    SplittableRandom random = new SplittableRandom(1);
    Tensor x = Tensor.zeros(SAMPLES, 12);
    for (int n = 0; n < SAMPLES; n++) {
      for (int i = 0; i < 12; i++) {
        int distance = Math.abs(i - n % 12);
        double bright = distance == 0 ? 0.9 : distance == 1 ? 0.6 : 0.1;
        x.data()[n * 12 + i] = (float) (bright + 0.1 * (random.nextDouble() - 0.5));
      }
    }
    return x;
  }

  /** A third of the places each. */
  private static Tensor labels() {
    Tensor y = Tensor.zeros(SAMPLES);
    for (int n = 0; n < SAMPLES; n++) {
      y.data()[n] = (float) Math.floor(n % 12 / 4.0);
    }
    return y;
  }

  private static Sequential deep(long seed) {
    return Sequential.of(
            input(12),
            dense(10, SIGMOID),
            dense(10, SIGMOID),
            dense(10, SIGMOID),
            dense(10, SIGMOID),
            dense(10, SIGMOID),
            dense(3, SOFTMAX))
        .seed(seed);
  }

  private static double lossAfterTraining(Sequential model) {
    model.compile(new Sgd(0.5), SPARSE_CATEGORICAL_CROSSENTROPY);
    return model.fit(samples(), labels(), epochs(15).batchSize(20).quiet()).last("loss");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2})
  void aDeepSigmoidNetworkLearnsFasterFromIt(long seed) {
    Sequential model = deep(seed);
    AutoencoderPretraining.pretrain(
        model, samples(), () -> new Adam(0.02), epochs(60).batchSize(20).quiet());
    assertThat(lossAfterTraining(model)).isLessThan(0.6 * lossAfterTraining(deep(seed)));
  }

  @Test
  void everyHiddenLayerLearnsToKeepItsInputAndTheLastOneStays() {
    Sequential model = deep(1);
    float[] last = model.parameter("dense_5/kernel").toArray();
    List<History> histories =
        AutoencoderPretraining.pretrain(
            model, samples(), () -> new Adam(0.02), epochs(20).batchSize(20).quiet());
    assertThat(histories).hasSize(5);
    for (History history : histories) {
      assertThat(history.last("loss")).isLessThan(history.get("loss")[0]);
    }
    for (String layer : List.of("dense", "dense_1", "dense_2", "dense_3", "dense_4")) {
      assertThat(model.parameter(layer + "/kernel").data())
          .isNotEqualTo(deep(1).parameter(layer + "/kernel").data());
    }
    assertThat(model.parameter("dense_5/kernel").data()).isEqualTo(last);
  }

  /** The second layer's autoencoder is trained on what the trained first layer gives. */
  @Test
  void aLayerLearnsFromWhatTheOneBeforeItHasLearnt() {
    Sequential model = deep(1);
    Fit fit = epochs(5).batchSize(20).quiet();
    List<History> histories =
        AutoencoderPretraining.pretrain(model, samples(), () -> new Adam(0.02), fit);
    Sequential first = Sequential.of(input(12), dense(10, SIGMOID)).copyWeights(model, "dense");
    Sequential second = Sequential.of(input(10), dense(10, SIGMOID), dense(10, SIGMOID)).seed(0);
    System.arraycopy(
        deep(1).parameter("dense_1/kernel").data(),
        0,
        second.parameter("dense/kernel").data(),
        0,
        100);
    Tensor encoded = first.predict(samples());
    second.compile(new Adam(0.02), manabi.loss.Loss.BINARY_CROSSENTROPY);
    assertThat(second.fit(encoded, encoded, fit)).isEqualTo(histories.get(1));
    assertThat(second.parameter("dense/kernel").data())
        .isEqualTo(model.parameter("dense_1/kernel").data());
  }

  @Test
  void otherNetworksAndOtherNumbersAreRefused() {
    Tensor x = samples();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pretrain(Sequential.of(flatten(), dense(3, SOFTMAX)), x))
        .withMessage("layers must be dense, flatten was Flatten");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pretrain(Sequential.of(dense(4, RELU), dense(3, SOFTMAX)), x))
        .withMessage("hidden layers must end in SIGMOID, one ends in RELU");
    Sequential model = Sequential.of(input(12), dense(4, SIGMOID), dense(3, SOFTMAX));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pretrain(model, x.add(1)))
        .withMessageStartingWith("labels must be numbers from 0 to 1, label 0 was");
  }

  private static void pretrain(Sequential model, Tensor x) {
    AutoencoderPretraining.pretrain(model, x, Adam::new, epochs(1).quiet());
  }
}
