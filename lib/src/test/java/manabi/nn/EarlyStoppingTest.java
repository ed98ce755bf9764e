package manabi.nn;

import static manabi.nn.Fit.epochs;
import static manabi.nn.SmallModels.X;
import static manabi.nn.SmallModels.Y;
import static manabi.nn.SmallModels.corners;
import static manabi.nn.SmallModels.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Map;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {

  /** C3.7: the best is the third, the fourth and fifth are worse, so it ends there. */
  @Tag("C3.7")
  @Test
  void seriesOfTheSlidesStopsAfterTheFifthAndRestoresTheThird() {
    Sequential model = Sequential.of(Layers.input(2), Layers.batchNormalization());
    EarlyStopping stopping = new EarlyStopping(model, 2);
    double[] series = {1.0, .8, .7, .71, .72, .73};
    int epoch = 0;
    boolean goOn = true;
    while (goOn) {
      epoch++;
      for (Parameter number : model.numbers()) {
        Arrays.fill(number.value().data(), epoch);
      }
      goOn = stopping.afterEpoch(epoch, Map.of("val_loss", series[epoch - 1]));
    }
    assertThat(epoch).isEqualTo(5);
    assertThat(stopping.bestEpoch()).isEqualTo(3);
    stopping.afterTraining();
    assertThat(model.numbers()).hasSize(4); // moving averages too
    for (Parameter number : model.numbers()) {
      assertThat(number.value().data()).as(number.name()).containsOnly(3);
    }
  }

  /** Labels that validation contradicts: the more is learnt, the worse it gets. */
  @Tag("C3.7")
  @Test
  void fitEndsEarlyWithTheBestNumbers() {
    Tensor contradicted = Tensor.vector(0, 1, 1, 2, 1, 2, 1, 1);
    Sequential model = corners();
    EarlyStopping stopping = new EarlyStopping(model, 4);
    History history =
        model.fit(X, contradicted, epochs(200).validationSplit(.25).quiet().callback(stopping));
    double[] validation = history.get("val_loss");
    double least = Arrays.stream(validation).min().orElseThrow();
    assertThat(validation).hasSizeLessThan(200).hasSize(stopping.bestEpoch() + 4);
    assertThat(validation[stopping.bestEpoch() - 1]).isEqualTo(least);
    assertThat(model.evaluate(X.slice(6, 8), contradicted.slice(6, 8)).loss()).isEqualTo(least);
  }

  @Test
  void bestNumbersAreRestoredWithoutAStopToo() {
    Sequential model = corners();
    EarlyStopping stopping = new EarlyStopping(model, 1000);
    Tensor contradicted = Tensor.vector(0, 1, 1, 2, 1, 2, 1, 1);
    History history =
        model.fit(X, contradicted, epochs(60).validationSplit(.25).quiet().callback(stopping));
    assertThat(stopping.bestEpoch()).isLessThan(60);
    assertThat(model.evaluate(X.slice(6, 8), contradicted.slice(6, 8)).loss())
        .isEqualTo(history.get("val_loss")[stopping.bestEpoch() - 1]);
  }

  @Test
  void lossThatIsNoNumberIsNoBetter() {
    Sequential model = corners();
    float[] before = weights(model);
    EarlyStopping stopping = new EarlyStopping(model, 2);
    assertThat(stopping.afterEpoch(1, Map.of("val_loss", Double.NaN))).isTrue();
    assertThat(stopping.afterEpoch(2, Map.of("val_loss", Double.NaN))).isFalse();
    stopping.afterTraining();
    assertThat(stopping.bestEpoch()).isZero();
    assertThat(weights(model)).isEqualTo(before);
  }

  @Test
  void missingValidationIsNamed() {
    Sequential model = corners();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.fit(X, Y, epochs(2).quiet().callback(new EarlyStopping(model, 2))))
        .withMessage(
            "early stopping needs val_loss; give fit a validationSplit,"
                + " there was only [loss, accuracy]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EarlyStopping(model, 0))
        .withMessage("patience must be 1 or more, was 0");
  }
}
