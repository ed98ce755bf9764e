package manabi.tensor;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check must let a right derivative through and stop a wrong one. */
class GradientCheckTest {

  /** {@code y = x^2}, elementwise, with a derivative that is wrong by a factor in one place. */
  private static final class Faulty extends Operation {

    private final double factor;
    private final boolean writes;
    private Tensor x;

    Faulty(double factor, boolean writes) {
      this.factor = factor;
      this.writes = writes;
    }

    @Override
    protected Tensor forward(Tensor... inputs) {
      x = inputs[0];
      float[] y = x.toArray();
      for (int i = 0; i < y.length; i++) {
        y[i] *= y[i];
      }
      return Tensor.of(y, x.shape());
    }

    @Override
    protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
      float[] dx = gradient.toArray();
      for (int i = 0; i < dx.length; i++) {
        dx[i] *= 2 * x.data()[i] * (i == 4 ? (float) factor : 1);
      }
      if (writes) {
        x.data()[0] += 1;
      }
      return new Tensor[] {Tensor.of(dx, x.shape())};
    }
  }

  @Test
  void rightDerivativePasses() {
    assertGradients(inputs -> new Faulty(1, false).apply(inputs), random(1, 3, 5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0, 0.97, 1.03, 2, Double.NaN})
  void oneWrongPlaceOfFifteenFails(double factor) {
    assertThatThrownBy(
            () ->
                assertGradients(inputs -> new Faulty(factor, false).apply(inputs), random(1, 3, 5)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("relative error of the gradient by input 0")
        .hasMessageContaining("analytic [")
        .hasMessageContaining("numeric  [");
  }

  @Test
  void changedInputFails() {
    assertThatThrownBy(
            () -> assertGradients(inputs -> new Faulty(1, true).apply(inputs), random(1, 3, 5)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("input 0 after the check");
  }
}
