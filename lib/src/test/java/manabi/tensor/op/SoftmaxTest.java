package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static manabi.tensor.TensorAssertions.assertNumbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftmaxTest {

  @Test
  void gradientsMatchDifferences() {
    assertGradients(inputs -> inputs[0].softmax(), random(1, 3, 5));
    assertGradients(inputs -> inputs[0].softmax(), random(2, 2, 3, 7));
    assertGradients(inputs -> inputs[0].softmax(), random(3, 11));
  }

  @ParameterizedTest
  @CsvSource({"0, 3", "1, 1", "7, 2", "5, 16", "3, 17", "1, 31", "130, 7", "3, 130"})
  void isTheFormulaForEveryNumber(int n, int width) {
    Tensor x = random(1, n, width).multiply(3);
    Tensor y = x.softmax();
    assertThat(y.shape()).containsExactly(n, width);
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < width; j++) {
        sum += Math.exp(x.get(i, j));
      }
      for (int j = 0; j < width; j++) {
        assertThat((double) y.get(i, j)).isCloseTo(Math.exp(x.get(i, j)) / sum, within(5e-7));
      }
    }
  }

  /** Slide "出力層での処理", C1.11. */
  @Tag("C1.11")
  @Test
  void slideNumbers() {
    assertNumbers(Tensor.vector(0.3, 2.9, 4).softmax(), 1e-7, .01821127, .24519181, .73659691);
    assertNumbers(Tensor.vector(2, 0).softmax(), 1e-6, .880797, .119203);
    assertNumbers(Tensor.vector(2).sigmoid(), 1e-6, .880797);
  }

  @Test
  void largeScoresDoNotOverflow() {
    float[] y = Tensor.vector(1010, 1000, 990).softmax().data();
    assertThat(y[0]).isCloseTo(.9999546f, within(1e-7f));
    assertThat(y[1]).isCloseTo(4.53979e-5f, within(1e-10f));
    assertThat(y[2]).isCloseTo(2.06106e-9f, within(1e-14f));
  }

  @Test
  void rowsSumToOneIgnoreAShiftAndKeepTheOrder() {
    Tensor x = random(4, 5, 7).multiply(10);
    Tensor y = x.softmax();
    for (int row = 0; row < 5; row++) {
      assertThat(y.slice(row, row + 1).sum().item()).isCloseTo(1, within(1e-6f));
      assertThat(largest(y, row)).isEqualTo(largest(x, row));
    }
    assertThat(x.add(8).softmax().data()).containsExactly(y.data(), within(2e-6f));
  }

  private static int largest(Tensor x, int row) {
    int best = 0;
    for (int j = 1; j < x.dim(1); j++) {
      best = x.get(row, j) > x.get(row, best) ? j : best;
    }
    return best;
  }

  @Test
  void notANumberIsSeenInItsRowOnly() {
    Tensor y = Tensor.matrix(new double[][] {{1, Double.NaN}, {0, 0}}).softmax();
    assertThat(y.data()).containsExactly(Float.NaN, Float.NaN, 0.5f, 0.5f);
  }
}
