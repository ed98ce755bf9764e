package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionsTest {

  /** The slides' numbers have six places. */
  private static final Offset<Double> SIX_PLACES = within(5e-7);

  @Tag("C1.7")
  @ParameterizedTest
  @CsvSource({"0, 0.5", "1, 0.731059", "-1, 0.268941", "2, 0.880797"})
  void sigmoidOfTheSlide(double x, double expected) {
    assertThat(Functions.sigmoid(x)).isCloseTo(expected, SIX_PLACES);
  }

  @Test
  void sigmoidStaysInItsRangeFarOut() {
    assertThat(Functions.sigmoid(-1000)).isZero();
    assertThat(Functions.sigmoid(1000)).isEqualTo(1);
  }

  @Tag("C1.7")
  @Test
  void sigmoidIsSteepestAtZero() {
    assertThat(Functions.dSigmoid(0)).isEqualTo(0.25);
    assertThat(Functions.dSigmoid(0.1)).isLessThan(0.25);
    assertThat(Functions.dSigmoid(-0.1)).isLessThan(0.25);
  }

  @Tag("C1.8")
  @Test
  void reluOfTheSlide() {
    assertThat(Functions.relu(-2)).isZero();
    assertThat(Functions.relu(0)).isZero();
    assertThat(Functions.relu(3)).isEqualTo(3);
    assertThat(Functions.dRelu(-2)).isZero();
    assertThat(Functions.dRelu(0)).isZero();
    assertThat(Functions.dRelu(3)).isEqualTo(1);
  }

  @Tag("C1.9")
  @Test
  void tanhOfTheSlide() {
    assertThat(Functions.tanh(1)).isCloseTo(0.761594, SIX_PLACES);
    assertThat(Functions.dTanh(0)).isEqualTo(1);
    assertThat(Functions.dTanh(1)).isCloseTo(1 - 0.761594156 * 0.761594156, within(1e-9));
  }

  @Tag("C1.9")
  @Test
  void tanhIsAStretchedSigmoid() {
    for (double x = -5; x <= 5; x += 0.25) {
      assertThat(Functions.tanh(x)).isCloseTo(2 * Functions.sigmoid(2 * x) - 1, within(1e-15));
    }
  }

  @Tag("C1.9")
  @Test
  void stepIsOneOnlyAboveZero() {
    assertThat(Functions.step(-1)).isZero();
    assertThat(Functions.step(0)).isZero();
    assertThat(Functions.step(1e-9)).isEqualTo(1);
  }

  @Tag("C1.10")
  @Tag("E3")
  @Test
  void leakyReluAndEluOfTheSlide() {
    assertThat(Functions.leakyRelu(-3, .01)).isEqualTo(-.03);
    assertThat(Functions.leakyRelu(3, .01)).isEqualTo(3);
    assertThat(Functions.elu(-1, 1)).isCloseTo(-.632121, SIX_PLACES);
    assertThat(Functions.elu(4, .1)).isEqualTo(4);
    double printed = Math.max(.1 * (Math.exp(4) - 1), 4); // the cheat sheet's form
    assertThat(printed).isCloseTo(5.3598, within(5e-5));
  }

  @Tag("C1.10")
  @ParameterizedTest
  @CsvSource({"0.1", "1", "2"})
  void eluHasOneSlopeAtZeroOnlyForAlphaOne(double alpha) {
    assertThat(Functions.dElu(-1e-12, alpha)).isCloseTo(alpha, within(1e-9));
    assertThat(Functions.dElu(1e-12, alpha)).isEqualTo(1);
  }

  @Tag("C1.10")
  @Test
  void slopesOfLeakyReluAndElu() {
    for (double x : new double[] {-2.3, -.4, .7, 1.9}) {
      assertThat(Functions.dLeakyRelu(x, .2))
          .isCloseTo(
              CentralDifference.slope(u -> Functions.leakyRelu(u, .2), x, 1e-5), within(1e-9));
      assertThat(Functions.dElu(x, .7))
          .isCloseTo(CentralDifference.slope(u -> Functions.elu(u, .7), x, 1e-5), within(1e-9));
    }
  }

  @Tag("C1.11")
  @Test
  void softmaxOfTheSlide() {
    assertThat(Functions.softmax(.3, 2.9, 4))
        .containsExactly(new double[] {.01821127, .24519181, .73659691}, within(5e-9));
    double[] large = Functions.softmax(1010, 1000, 990);
    assertThat(large[0]).isCloseTo(.9999546, within(5e-8));
    assertThat(large[1]).isCloseTo(4.53979e-5, within(5e-11));
    assertThat(large[2]).isCloseTo(2.06106e-9, within(5e-15));
    assertThat(Functions.softmax(2, 0)[0])
        .isCloseTo(Functions.sigmoid(2), within(1e-15))
        .isCloseTo(.880797, SIX_PLACES);
  }

  @Tag("C2.4")
  @Test
  void meanSquaredErrorOfTheSlide() {
    assertThat(Functions.meanSquaredError(1, 0.5)).isEqualTo(0.125);
    assertThat(Functions.dMeanSquaredError(1, 0.5)).isEqualTo(-0.5);
  }

  @ParameterizedTest
  @EnumSource
  void derivativeIsTheSlope(Activation activation) {
    double[] u = {-1.3, -0.2, 0.4, 2.1};
    double h = 1e-5;
    double[] slope = activation.derivative(u);
    for (int j = 0; j < u.length; j++) {
      double difference = (activation.f(u[j] + h) - activation.f(u[j] - h)) / (2 * h);
      assertThat(slope[j]).isCloseTo(difference, within(1e-9));
    }
  }
}
