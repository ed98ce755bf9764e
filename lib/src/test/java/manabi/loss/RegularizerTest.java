package manabi.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegularizerTest {

  private static final Tensor THETA = Tensor.vector(1, -2, 3);

  private static Tensor gradient(Regularizer regularizer, Tensor weights) {
    try (var tape = GradientTape.open()) {
      return tape.gradient(regularizer.of(weights), List.of(weights)).get(0);
    }
  }

  private static void assertNumbers(Tensor actual, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual.get(i)).isCloseTo(expected[i], within(1e-6));
    }
  }

  /** C3.6: the slide's three forms at theta = (1, -2, 3), lambda = .1. */
  @Tag("C3.6")
  @Test
  void formsOfTheSlides() {
    assertThat(Regularizer.l1(.1).of(THETA).item()).isCloseTo(.6f, within(1e-6f));
    assertThat(Regularizer.l2(.1).of(THETA).item()).isCloseTo(1.4f, within(1e-6f));
    assertThat(Regularizer.elasticNet(.1, .25).of(THETA).item()).isCloseTo(.8f, within(1e-6f));
  }

  @Test
  void priceMayBeNothing() {
    assertThat(Regularizer.l1(0).of(THETA).item()).isZero();
    assertThat(Regularizer.elasticNet(0, .25).shrink(THETA, .5).data()).isEqualTo(THETA.data());
  }

  @Tag("C3.6")
  @Test
  void gradientsOfTheSlides() {
    Tensor weights = Tensor.vector(1, -2, 3, 0);
    assertNumbers(gradient(Regularizer.l1(.1), weights), .1, -.1, .1, 0);
    assertNumbers(gradient(Regularizer.l2(.1), weights), .2, -.4, .6, 0);
    assertNumbers(gradient(Regularizer.elasticNet(.1, .25), weights), .125, -.175, .225, 0);
  }

  /** Two axes or more are weights, one is a bias. */
  @Test
  void biasesAreFree() {
    Tensor loss =
        Regularizer.l2(.1).addTo(Tensor.scalar(5), List.of(Tensor.ones(2, 3), Tensor.ones(7)));
    assertThat(loss.item()).isCloseTo(5.6f, within(1e-6f));
  }

  /** By hand: |w| - .5 · .1 · .75 where that is above 0, divided by 1 + 2 · .5 · .1 · .25. */
  @Tag("C3.6")
  @Test
  void shrinkingStopsAtZero() {
    Tensor weights = Tensor.vector(1, -2, .03, -.03, 0);
    assertNumbers(Regularizer.l1(.1).shrink(weights, .5), .95, -1.95, 0, 0, 0);
    assertNumbers(Regularizer.l2(.1).shrink(weights, .5), 1 / 1.1, -2 / 1.1, .03 / 1.1, -.03 / 1.1);
    assertNumbers(
        Regularizer.elasticNet(.1, .25).shrink(weights, .5), .9625 / 1.025, -1.9625 / 1.025, 0, 0);
    assertThat(weights.get(2)).isEqualTo(.03f);
  }

  /** C3.6: three of twenty inputs count; LASSO finds the others out, Ridge does not. */
  @Tag("C3.6")
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void lassoSelectsVariables(long seed) {
    var random = new SplittableRandom(seed);
    Tensor x = Tensor.randomNormal(random, 100, 20);
    Tensor truth = Tensor.zeros(20, 1);
    truth.data()[0] = 3;
    truth.data()[7] = -2;
    truth.data()[13] = 1;
    Tensor y = x.matmul(truth).add(Tensor.randomNormal(random, 100, 1).multiply(.1));
    Tensor lasso = solved(x, y, Regularizer.l1(.2));
    Tensor ridge = solved(x, y, Regularizer.l2(.2));
    for (int i = 0; i < 20; i++) {
      boolean counts = truth.data()[i] != 0;
      assertThat(lasso.data()[i] == 0).as("weight %d", i).isEqualTo(!counts);
      assertThat(ridge.data()[i]).as("weight %d", i).isNotZero();
    }
  }

  private static Tensor solved(Tensor x, Tensor y, Regularizer regularizer) {
    Tensor w = Tensor.zeros(20, 1);
    for (int step = 0; step < 200; step++) {
      try (var tape = GradientTape.open()) {
        Tensor loss = x.matmul(w).subtract(y).square().mean();
        Tensor downhill = w.subtract(tape.gradient(loss, List.of(w)).get(0).multiply(.1));
        w = regularizer.shrink(downhill, .1);
      }
    }
    return w;
  }

  @Test
  void otherSettingsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Regularizer.l1(-1))
        .withMessage("lambda must be 0 or more, was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Regularizer.l2(Double.NaN))
        .withMessage("lambda must be 0 or more, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Regularizer.elasticNet(1, 1.1))
        .withMessage("alpha must be in [0, 1], was 1.1");
  }
}
