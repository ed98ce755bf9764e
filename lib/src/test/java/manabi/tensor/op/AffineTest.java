package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffineTest {

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 3, 5", "7, 19, 3", "3, 5, 37", "9, 2, 17"})
  void gradientsMatchDifferences(int n, int d, int h) {
    assertGradients(
        inputs -> new Affine().apply(inputs), random(1, n, d), random(2, d, h), random(3, h));
  }

  /** Slide "誤差逆伝播法(5/5)": Y = X W + B with its three derivatives. */
  @Test
  void slideExample() {
    Tensor x = Tensor.matrix(new double[][] {{1, 2}, {3, 4}});
    Tensor w = Tensor.matrix(new double[][] {{1, 2, 3}, {4, 5, 6}});
    Tensor b = Tensor.vector(0.1, 0.2, 0.3);
    try (var tape = GradientTape.open()) {
      Tensor y = new Affine().apply(x, w, b);
      assertThat(y.data()).containsExactly(9.1f, 12.2f, 15.3f, 19.1f, 26.2f, 33.3f);
      List<Tensor> gradients = tape.gradient(y.sum(), List.of(x, w, b));
      assertThat(gradients.get(0).data()).containsExactly(6, 15, 6, 15);
      assertThat(gradients.get(1).data()).containsExactly(4, 4, 4, 6, 6, 6);
      assertThat(gradients.get(2).data()).containsExactly(2, 2, 2);
    }
  }

  /** Large enough to be shared between threads; whole numbers, so that sums are exact. */
  @Test
  void threadsGiveTheProductOfAPlainLoop() {
    int n = 61;
    int d = 53;
    int h = 47;
    Tensor x = wholeNumbers(n, d);
    Tensor w = wholeNumbers(d, h);
    Tensor y = new Affine().apply(x, w, Tensor.ones(h));
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < h; j++) {
        float sum = 1;
        for (int k = 0; k < d; k++) {
          sum += x.get(i, k) * w.get(k, j);
        }
        assertThat(y.get(i, j)).isEqualTo(sum);
      }
    }
  }

  private static Tensor wholeNumbers(int... shape) {
    Tensor tensor = random(4, shape);
    for (int i = 0; i < tensor.size(); i++) {
      tensor.data()[i] = Math.round(4 * tensor.data()[i]);
    }
    return tensor;
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Affine().apply(Tensor.zeros(4, 2), Tensor.zeros(3, 5), Tensor.zeros(5)))
        .withMessage("x must be [N, D] with D = 3, was [4, 2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Affine().apply(Tensor.zeros(4, 3), Tensor.zeros(3), Tensor.zeros(5)))
        .withMessage("w must be a matrix [D, H], was [3]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Affine().apply(Tensor.zeros(4, 3), Tensor.zeros(3, 5), Tensor.zeros(3)))
        .withMessage("b must be [H] with H = 5, was [3]");
  }
}
