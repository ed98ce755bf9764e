package manabi.optim;

import static manabi.optim.LearningRateSchedule.cosineDecay;
import static manabi.optim.LearningRateSchedule.exponentialDecay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import manabi.tensor.TableRows;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LearningRateScheduleTest {

  /** Keras' ExponentialDecay(1, 10, 0.5) and CosineDecay(1, 10) at these steps. */
  @Tag("C3.10")
  @Test
  void formulasAreKeras() {
    LearningRateSchedule halved = exponentialDecay(10, 0.5);
    assertThat(halved.factor(0)).isEqualTo(1);
    assertThat(halved.factor(5)).isCloseTo(.70710678, within(1e-8));
    assertThat(halved.factor(30)).isCloseTo(.125, within(1e-12));
    LearningRateSchedule wave = cosineDecay(10);
    assertThat(wave.factor(0)).isEqualTo(1);
    assertThat(wave.factor(3)).isCloseTo(.79389263, within(1e-8));
    assertThat(wave.factor(5)).isCloseTo(.5, within(1e-12));
    assertThat(wave.factor(10)).isZero();
    assertThat(wave.factor(99)).isZero();
  }

  @Test
  void rateMayStayWhatItIs() {
    Optimizer optimizer = new Sgd(0.1);
    assertThat(optimizer.schedule()).isSameAs(LearningRateSchedule.CONSTANT);
    LearningRateSchedule same = exponentialDecay(5, 1);
    assertThat(optimizer.schedule(same).schedule()).isSameAs(same);
    assertThat(same.factor(7)).isEqualTo(1);
  }

  static Stream<Arguments> optimizers() {
    return Stream.of(
        Arguments.of(new Sgd(0.1), 0),
        Arguments.of(new Sgd(0.1, 0.9, false), .9),
        Arguments.of(new Sgd(0.1, 0.9, true), .81 / 1.9),
        Arguments.of(new Momentum(0.1), 0),
        Arguments.of(new RmsProp(0.1), 0),
        Arguments.of(new Adam(0.1), 0),
        Arguments.of(new AdaGrad(0.1), 0),
        Arguments.of(new AdaDelta(0.1), 0));
  }

  /** The second step is multiplied by 0: only a sum of steps carries on a share of the first. */
  @Tag("C3.10")
  @ParameterizedTest
  @MethodSource("optimizers")
  void everyOptimizerTakesTheFactorOfItsStep(Optimizer optimizer, double share) {
    optimizer.schedule(step -> step == 1 ? 0 : 1);
    double[][] path = optimizer.path(w -> w.square().sum(), 3, 1);
    assertThat(path[1][0]).isLessThan(1);
    assertThat(path[2][0] - path[1][0]).isCloseTo(share * (path[1][0] - 1), within(1e-6));
    assertThat(path[3][0]).isLessThan(path[2][0]);
  }

  /** By hand on f = w^2: .8, then half the step .8 - .05 · 1.6. */
  @Test
  void factorsMultiplyTheLearningRate() {
    Optimizer optimizer = new Sgd(0.1).schedule(exponentialDecay(1, 0.5));
    double[][] path = optimizer.path(w -> w.square().sum(), 2, 1);
    assertThat(path[1][0]).isCloseTo(.8, within(1e-6));
    assertThat(path[2][0]).isCloseTo(.72, within(1e-6));
    assertThat(optimizer.learningRate()).isEqualTo(0.1);
  }

  /** Too small, good and too large on f = w^2: w is multiplied by 1 - 2 a in every step. */
  @Tag("C3.10")
  @Test
  void threeLearningRates() {
    double[] last = new double[3];
    for (int i = 0; i < 3; i++) {
      double rate = new double[] {0.001, 0.3, 1.05}[i];
      last[i] = new Sgd(rate).path(w -> w.square().sum(), 20, 1)[20][0];
      assertThat(last[i]).isCloseTo(Math.pow(1 - 2 * rate, 20), within(1e-4));
    }
    assertThat(last[0]).isGreaterThan(.9);
    assertThat(last[1]).isLessThan(1e-6);
    assertThat(last[2]).isGreaterThan(6);
  }

  @Test
  void otherSettingsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cosineDecay(0))
        .withMessage("decaySteps must be 1 or more, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> exponentialDecay(5, 1.5))
        .withMessage("decayRate must be in (0, 1], was 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> exponentialDecay(5, 0))
        .withMessage("decayRate must be in (0, 1], was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> exponentialDecay(0, 0.5))
        .withMessage("decaySteps must be 1 or more, was 0");
  }

  /** A table's idle rows take the factor too. */
  @Test
  void rowsOfAdamTakeTheFactor() {
    Tensor w = Tensor.ones(2, 1);
    Adam adam = new Adam(0.1);
    adam.schedule(step -> 0);
    adam.apply(
        List.of(Tensor.ofRows(new TableRows(new int[] {1}, new float[] {3}), 2, 1)), List.of(w));
    assertThat(w.data()).containsOnly(1);
  }
}
