package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ReshapeTest {

  @Test
  void gradientHasTheOldShape() {
    assertGradients(inputs -> inputs[0].reshape(5, 6).square(), random(1, 2, 3, 5));
  }

  @Test
  void keepsTheOrderOfNumbers() {
    Tensor y = Tensor.vector(1, 2, 3, 4, 5, 6).reshape(2, 3);
    assertThat(y.get(1, 0)).isEqualTo(4);
    assertThat(y.shape()).containsExactly(2, 3);
  }

  @Test
  void anotherSizeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.zeros(2, 3).reshape(4))
        .withMessage("cannot reshape [2, 3] to [4]");
  }
}
