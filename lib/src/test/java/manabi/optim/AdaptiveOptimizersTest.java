package manabi.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The slides' optimisers on {@code f = w^2} from 1, three steps each; Keras' are its own test. */
class AdaptiveOptimizersTest {

  private static void assertPath(Optimizer optimizer, double... path) {
    double[][] visited = optimizer.path(w -> w.square().sum(), path.length, 1);
    assertThat(visited[0]).containsExactly(1);
    for (int step = 1; step <= path.length; step++) {
      assertThat(visited[step][0]).isCloseTo(path[step - 1], within(5e-7));
    }
  }

  @Tag("C3.12")
  @Test
  void momentumOfTheSlides() {
    assertPath(new Momentum(0.1), .98, .9424, .889712);
  }

  @Tag("C3.12")
  @Test
  void momentumOfKeras() {
    assertPath(new Sgd(0.1, 0.9, false), .8, .46, .062);
  }

  /** By hand: v = -.2; w = 1 - .18 - .2; then v = -.18 - .124, w = .62 - .2736 - .124. */
  @Test
  void nesterovLooksAhead() {
    assertPath(new Sgd(0.1, 0.9, true), .62, .2224);
  }

  @Tag("C3.13")
  @Test
  void rootMeanSquarePropagationOfTheSlides() {
    assertPath(new RmsProp(0.1, 0.9, 1e-8), .6837722, .4988706, .3691806);
  }

  @Tag("C3.15")
  @Test
  void adaGradOfTheSlides() {
    assertPath(new AdaGrad(0.1, 0, 1e-7), .9, .8331035, .7804562);
  }

  /** Only epsilon keeps 0 / 0 away. */
  @Test
  void firstGradientOfZeroMovesNothing() {
    for (Optimizer optimizer :
        List.of(new RmsProp(0.1), new AdaGrad(0.1, 0, 1e-7), new AdaDelta(1), new Adam(0.1))) {
      Tensor w = Tensor.vector(1);
      optimizer.apply(List.of(Tensor.vector(0)), List.of(w));
      assertThat(w.item()).as(optimizer.getClass().getSimpleName()).isEqualTo(1);
    }
  }

  @Tag("C3.15")
  @Test
  void adaDeltaOfTheSlides() {
    assertPath(new AdaDelta(1, 0.95, 1e-6), .9955279, .9910087, .9864645);
  }

  /** Every number has a state of its own. */
  @Test
  void numbersDoNotMix() {
    for (Optimizer optimizer :
        List.of(
            new Sgd(0.1, 0.9, true),
            new Momentum(0.1),
            new RmsProp(0.1),
            new AdaGrad(0.1),
            new AdaDelta(1))) {
      Tensor w = Tensor.vector(1, 1);
      optimizer.apply(List.of(Tensor.vector(2, 0)), List.of(w));
      optimizer.apply(List.of(Tensor.vector(2, 0)), List.of(w));
      assertThat(w.get(0)).as(optimizer.getClass().getSimpleName()).isLessThan(1);
      assertThat(w.get(1)).isEqualTo(1);
    }
  }

  @Test
  void otherSettingsAreRefused() {
    refused("momentum must be in [0, 1), was 1.0", () -> new Sgd(0.1, 1, false));
    refused("beta must be in [0, 1), was -0.1", () -> new Momentum(0.1, -0.1));
    refused("rho must be in [0, 1), was 1.0", () -> new RmsProp(0.1, 1, 1e-7));
    refused("epsilon must be above 0, was 0.0", () -> new RmsProp(0.1, 0.9, 0));
    refused("start must be 0 or more, was -1.0", () -> new AdaGrad(0.1, -1, 1e-7));
    refused("epsilon must be above 0, was Infinity", () -> new AdaGrad(0.1, 0, 1.0 / 0));
    refused("rho must be in [0, 1), was NaN", () -> new AdaDelta(1, Double.NaN, 1e-7));
    refused("learningRate must be above 0, was 0.0", () -> new AdaDelta(0));
  }

  private static void refused(String message, Runnable constructor) {
    assertThatIllegalArgumentException().isThrownBy(constructor::run).withMessage(message);
  }
}
