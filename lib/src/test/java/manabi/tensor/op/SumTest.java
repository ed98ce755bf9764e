package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SumTest {

  @Test
  void gradientsMatchDifferences() {
    assertGradients(inputs -> inputs[0].sum(), random(1, 2, 3, 5));
    assertGradients(inputs -> inputs[0].square().mean(), random(2, 3, 7));
  }

  /** In float, 16 777 216 + 1 is 16 777 216. */
  @Test
  void smallNumbersAreNotLostBesideALargeOne() {
    float[] values = new float[1025];
    Arrays.fill(values, 1);
    values[0] = 16_777_216;
    assertThat(Tensor.of(values, 5, 205).sum().item()).isEqualTo(16_778_240f);
  }

  /** So many that threads share them; whole numbers, so that the sum is exact. */
  @Test
  void sumOfManyIsThatOfAllThreads() {
    float[] values = new float[40_001];
    double expected = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 7;
      expected += values[i];
    }
    assertThat(Tensor.of(values, values.length).sum().item()).isEqualTo((float) expected);
  }

  @Test
  void sumIsAScalar() {
    assertThat(Tensor.ones(2, 3).sum().shape()).isEmpty();
    assertThat(Tensor.zeros(0, 3).sum().item()).isZero();
  }
}
