package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static manabi.tensor.TensorAssertions.assertNumbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SoftmaxTest {

  @Test
  void gradientsMatchDifferences() {
    assertGradients(inputs -> inputs[0].softmax(), random(1, 3, 5));
    assertGradients(inputs -> inputs[0].softmax(), random(2, 2, 3, 7));
    assertGradients(inputs -> inputs[0].softmax(), random(3, 11));
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
