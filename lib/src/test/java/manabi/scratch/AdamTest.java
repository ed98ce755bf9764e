package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class AdamTest {

  @Test
  void twoStepsByHand() {
    double[][] param = {{1}};
    var adam = new Adam(0.1, 0.9, 0.999);

    // t = 1: m = 0.2, v = 0.004, rate = 0.1 sqrt(0.001) / 0.1: a first step is the learning rate.
    update(adam, param, 2);
    assertThat(param[0][0]).isCloseTo(0.9, within(1e-6));

    // t = 2: m = 0.08, v = 0.004996, rate = 0.1 sqrt(0.001999) / 0.19 = 0.0235316,
    // step = 0.0235316 * 0.08 / sqrt(0.004996) = 0.0266338
    update(adam, param, -1);
    assertThat(param[0][0]).isCloseTo(0.9 - 0.0266338, within(1e-6));
  }

  @Test
  void tinyGradientIsDampedByEpsilonOutsideTheRoot() {
    double[][] param = {{0}};
    // sqrt(v) = sqrt(0.001) 1e-7: step = 0.001 sqrt(0.001) 1e-7 / (sqrt(0.001) 1e-7 + 1e-7)
    update(new Adam(), param, 1e-7);
    double root = Math.sqrt(0.001);
    assertThat(param[0][0]).isCloseTo(-0.001 * root / (root + 1), within(1e-12));
  }

  @Test
  void hyperparametersHaveTheirRange() {
    assertThatThrownBy(() -> new Adam(0, 0.9, 0.999))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("learningRate must be positive, was 0.0");
    assertThatThrownBy(() -> new Adam(0.1, 1, 0.999))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("beta1 must be in [0, 1), was 1.0");
    assertThatThrownBy(() -> new Adam(0.1, 0.9, -0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("beta2 must be in [0, 1), was -0.1");
  }

  private static void update(Adam adam, double[][] param, double gradient) {
    double[][] grad = {{gradient}};
    adam.update(Collections.singletonList(param), Collections.singletonList(grad));
  }
}
