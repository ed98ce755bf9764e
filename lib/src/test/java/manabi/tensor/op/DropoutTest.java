package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {

  private static Tensor dropped(double rate, long seed, Tensor x) {
    return new Dropout(rate, new SplittableRandom(seed)).apply(x);
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 5", "0.3, 7, 11", "0.9, 5, 1"})
  void gradientsMatchDifferences(double rate, int n, int d) {
    assertGradients(inputs -> dropped(rate, 1, inputs[0]), random(1, n, d));
  }

  /** C3.5: the mean over 100,000 masks is x within 1 %. */
  @Tag("C3.5")
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.5, 0.9})
  void expectedValueStays(double rate) {
    Tensor y = dropped(rate, 1, Tensor.ones(100_000));
    assertThat(y.mean().item()).isCloseTo(1, within(0.01f));
    float kept = (float) (1 / (1 - rate));
    for (float value : y.data()) {
      assertThat(value == 0 || value == kept).isTrue();
    }
  }

  @Test
  void sameSeedDropsTheSameAndAnotherOthers() {
    Tensor x = random(1, 50);
    assertThat(dropped(0.5, 1, x).data()).isEqualTo(dropped(0.5, 1, x).data());
    assertThat(dropped(0.5, 2, x).data()).isNotEqualTo(dropped(0.5, 1, x).data());
  }

  @Test
  void whatIsDroppedIsZeroWhateverItWas() {
    Tensor x = Tensor.of(new float[] {Float.NaN, Float.NEGATIVE_INFINITY, Float.NaN, -1}, 4);
    assertThat(dropped(0.999, 1, x).data()).containsExactly(0, 0, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void otherRatesAreRefused(double rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dropped(rate, 1, Tensor.ones(1)))
        .withMessage("rate must be in [0, 1), was " + rate);
  }
}
