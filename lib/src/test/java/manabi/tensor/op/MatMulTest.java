package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatMulTest {

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 3, 5", "7, 19, 3", "3, 5, 37", "9, 2, 17"})
  void gradientsMatchDifferences(int n, int d, int h) {
    assertGradients(inputs -> inputs[0].matmul(inputs[1]), random(1, n, d), random(2, d, h));
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 2", "1, 1, 1", "7, 19, 3", "17, 31, 16", "3, 2, 129", "61, 53, 47", "2, 0, 3"})
  void isThePlainLoop(int n, int d, int h) {
    Tensor a = random(1, n, d);
    Tensor b = random(2, d, h);
    Tensor y = a.matmul(b);
    assertThat(y.shape()).containsExactly(n, h);
    for (int i = 0; i < n * h; i++) {
      double sum = 0;
      for (int k = 0; k < d; k++) {
        sum += (double) a.get(i / h, k) * b.get(k, i % h);
      }
      assertThat((double) y.data()[i]).isCloseTo(sum, within(2e-6 * Math.sqrt(d)));
    }
  }

  @Test
  void multipliesRowsByColumns() {
    Tensor a = Tensor.matrix(new double[][] {{1, 2, 3}, {4, 5, 6}});
    Tensor b = Tensor.matrix(new double[][] {{7, 8}, {9, 10}, {11, 12}});
    assertThat(a.matmul(b).data()).containsExactly(58, 64, 139, 154);
    assertThat(a.matmul(b).shape()).containsExactly(2, 2);
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.zeros(2, 3).matmul(Tensor.zeros(2, 3)))
        .withMessage("the right factor must be [D, H] with D = 3, was [2, 3]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.zeros(3).matmul(Tensor.zeros(3, 2)))
        .withMessage("the left factor must be a matrix [N, D], was [3]");
  }
}
