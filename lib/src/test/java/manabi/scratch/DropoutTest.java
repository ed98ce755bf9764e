package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {

  /** C3.5 and E7: the mean over 100,000 masks is what inference gives, within 1 %. */
  @Tag("C3.5")
  @Tag("E7")
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.5, 0.8})
  void inferenceGivesTheMeanOfTraining(double p) {
    Dropout dropout = new Dropout(p, 1);
    double[] x = {1, -2, 5};
    double[] sums = new double[3];
    for (int mask = 0; mask < 100_000; mask++) {
      double[] y = dropout.training(x);
      for (int i = 0; i < 3; i++) {
        assertThat(y[i] == 0 || y[i] == x[i]).isTrue();
        sums[i] += y[i] / 100_000;
      }
    }
    double[] expected = dropout.inference(x);
    for (int i = 0; i < 3; i++) {
      assertThat(sums[i]).isCloseTo(expected[i], within(0.01 * Math.abs(x[i])));
    }
  }

  @Tag("C3.5")
  @Test
  void factorOfTheSlides() {
    assertThat(new Dropout(0.2, 1).inference(1, -10)).containsExactly(.8, -8);
  }

  @Test
  void unitsAreDroppedOneByOneAndBySeed() {
    double[] ones = new double[100];
    Arrays.fill(ones, 1);
    Dropout dropout = new Dropout(0.5, 3);
    double[] first = dropout.training(ones);
    assertThat(first).contains(0, 1);
    assertThat(dropout.training(ones)).isNotEqualTo(first);
    assertThat(new Dropout(0.5, 3).training(ones)).isEqualTo(first);
    assertThat(new Dropout(0.5, 4).training(ones)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void otherProbabilitiesAreRefused(double p) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Dropout(p, 1))
        .withMessage("p must be in [0, 1), was " + p);
  }
}
