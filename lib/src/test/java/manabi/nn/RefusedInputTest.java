package manabi.nn;

import static manabi.loss.Loss.BINARY_CROSSENTROPY;
import static manabi.loss.Loss.MEAN_SQUARED_ERROR;
import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.SIGMOID;
import static manabi.nn.Fit.epochs;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.embedding;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.simpleRnn;
import static manabi.nn.SmallModels.X;
import static manabi.nn.SmallModels.Y;
import static manabi.nn.SmallModels.corners;
import static manabi.nn.SmallModels.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import manabi.optim.Sgd;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data and settings that cannot be learnt from are named, and change nothing. */
class RefusedInputTest {

  private static void refused(Tensor x, Tensor y, String message) {
    Sequential model = corners();
    float[] before = weights(model);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.fit(x, y, epochs(1).batchSize(1).quiet()))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.evaluate(x, y))
        .withMessage(message);
    assertThat(weights(model)).isEqualTo(before);
  }

  private static Tensor with(Tensor tensor, int place, double value) {
    Tensor changed = Tensor.of(tensor.toArray(), tensor.shape());
    changed.data()[place] = (float) value;
    return changed;
  }

  @Test
  void samplesOfAnotherShape() {
    refused(Tensor.zeros(8, 4), Y, "samples must be [3], x was [8, 4] with samples of [4]");
    refused(
        Tensor.zeros(8, 3, 1), Y, "samples must be [3], x was [8, 3, 1] with samples of [3, 1]");
    refused(Tensor.zeros(8), Y, "x must be [N, …], one entry a sample, was [8]");
  }

  @Test
  void otherNumberOfLabels() {
    refused(X, Tensor.zeros(7), "y must have as many entries as x, 8, its shape was [7]");
    refused(X, Tensor.scalar(1), "y must have as many entries as x, 8, its shape was []");
  }

  @ParameterizedTest
  @CsvSource({"3, 3.0", "-1, -1.0", "0.5, 0.5", "1e9, 1.0E9"})
  void labelsThatAreNoClass(double label, String shown) {
    refused(X, with(Y, 7, label), "labels must be whole numbers from 0 to 2, label 7 was " + shown);
  }

  @Test
  void labelsThatAreNoProbability() {
    Sequential model = Sequential.of(input(3), dense(1, SIGMOID));
    model.compile(new Sgd(), BINARY_CROSSENTROPY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.fit(X, Y, epochs(1).quiet()))
        .withMessage("labels must be numbers from 0 to 1, label 3 was 2.0");
  }

  @ParameterizedTest
  @CsvSource({"NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity"})
  void whatIsNoFiniteNumber(double value, String shown) {
    refused(with(X, 22, value), Y, "x must be finite numbers, sample 7 has " + shown);
    refused(X, with(Y, 5, value), "y must be finite numbers, sample 5 has " + shown);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> corners().predict(with(X, 3, value)))
        .withMessage("x must be finite numbers, sample 1 has " + shown);
  }

  @Test
  void noData() {
    refused(Tensor.zeros(0, 3), Tensor.zeros(0), "x must have samples, its shape was [0, 3]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> corners().predict(Tensor.zeros(0, 3)))
        .withMessage("x must have samples, its shape was [0, 3]");
  }

  @Test
  void settingsOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> epochs(0))
        .withMessage("epochs must be 1 or more, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> epochs(1).batchSize(0))
        .withMessage("batchSize must be 1 or more, was 0");
    for (double share : new double[] {1, -0.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> epochs(1).validationSplit(share))
          .withMessage("validationSplit must be in [0, 1), was " + share);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.1, 8, 0", "0.01, 8, 0"})
  void validationSplitThatLeavesNothing(double share, int training, int validation) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> corners().fit(X, Y, epochs(1).validationSplit(share).quiet()))
        .withMessage(
            "validationSplit %s leaves %d of 8 samples to train on and %d to validate on"
                .formatted(share, training, validation));
  }

  /** The wrong id stands in the last sample: no step may have been taken before it is seen. */
  @ParameterizedTest
  @CsvSource({"11, 11.0", "-1, -1.0", "2.5, 2.5"})
  void wordsThatAreNotInTheVocabulary(double id, String shown) {
    Sequential model = Sequential.of(input(5), embedding(11, 4), simpleRnn(3), dense(1, SIGMOID));
    model.compile(new Sgd(), BINARY_CROSSENTROPY);
    float[] before = weights(model);
    Tensor ids = with(Tensor.zeros(8, 5), 38, id);
    String message = "ids must be whole numbers from 0 to 10, the id at [7, 3] was " + shown;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.fit(ids, Tensor.zeros(8), epochs(1).batchSize(1).quiet()))
        .withMessage(message);
    assertThat(weights(model)).isEqualTo(before);
    assertThatIllegalArgumentException().isThrownBy(() -> model.predict(ids)).withMessage(message);
  }

  @Test
  void accuracyMustBeAskedFor() {
    Sequential model = Sequential.of(input(3), dense(1, LINEAR));
    model.compile(new Sgd(), MEAN_SQUARED_ERROR);
    assertThatIllegalStateException()
        .isThrownBy(() -> model.evaluate(X, Y).accuracy())
        .withMessage("compile the model with ACCURACY to measure it");
  }

  @Test
  void historiesNameTheirCurves() {
    History history = corners().fit(X, Y, epochs(2).quiet());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.get("val_loss"))
        .withMessage("name must be one of [loss, accuracy], was val_loss");
    assertThat(history.curves()).containsOnlyKeys("loss", "accuracy");
    assertThat(history.toString())
        .matches("(epoch [12]: loss \\d\\.\\d{4}  accuracy \\d\\.\\d{4}\\n){2}");
  }
}
