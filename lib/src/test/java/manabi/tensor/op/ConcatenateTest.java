package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ConcatenateTest {

  @Test
  void gradientsMatchDifferences() {
    assertGradients(
        inputs -> new Concatenate().apply(inputs),
        random(1, 3, 2),
        random(2, 3, 5),
        random(3, 3, 1));
    assertGradients(
        inputs -> new Concatenate().apply(inputs), random(4, 2, 3, 5), random(5, 2, 3, 4));
  }

  @Test
  void columnsStandBesideEachOther() {
    Tensor a = Tensor.matrix(new double[][] {{1, 2}, {3, 4}});
    Tensor b = Tensor.matrix(new double[][] {{5}, {6}});
    Tensor y = new Concatenate().apply(a, b);
    assertThat(y.shape()).containsExactly(2, 3);
    assertThat(y.data()).containsExactly(1, 2, 5, 3, 4, 6);
  }

  @Test
  void otherRowsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Concatenate().apply(Tensor.zeros(2, 3), Tensor.zeros(3, 3)))
        .withMessage("all but the last axis must agree with [2, 3], was [3, 3]");
  }
}
