package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.distinct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaxPooling2DTest {

  private static final Tensor SLIDE =
      Tensor.vector(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16).reshape(1, 4, 4, 1);

  @ParameterizedTest(name = "{0} images {1} x {2} x {3}, windows of {4}")
  @CsvSource({"1, 2, 2, 1, 2", "3, 4, 6, 2, 2", "2, 5, 7, 3, 2", "2, 7, 6, 5, 3", "2, 3, 2, 3, 1"})
  void gradientsMatchDifferences(int n, int h, int w, int c, int size) {
    assertGradients(inputs -> new MaxPooling2D(size).apply(inputs), distinct(1, n, h, w, c));
  }

  /** Slide "プーリング", C4.7: the maxima, and the gradient at their places alone. */
  @Tag("C4.7")
  @Test
  void slideExample() {
    try (var tape = GradientTape.open()) {
      Tensor y = new MaxPooling2D(2).apply(SLIDE);
      assertThat(y.shape()).containsExactly(1, 2, 2, 1);
      assertThat(y.data()).containsExactly(6, 8, 14, 16);
      Tensor weighted = y.multiply(Tensor.vector(1, 2, 3, 4).reshape(1, 2, 2, 1)).sum();
      assertThat(tape.gradient(weighted, List.of(SLIDE)).get(0).data())
          .containsExactly(0, 0, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 3, 0, 4);
    }
  }

  /** Rows and columns that do not fill a window are left out. */
  @ParameterizedTest(name = "{0} images {1} x {2} x {3}, windows of {4}")
  @CsvSource({"3, 4, 6, 2, 2", "3, 5, 7, 3, 2", "2, 8, 7, 17, 3", "2, 3, 2, 3, 1"})
  void valuesAreThoseOfThePlainLoop(int n, int h, int w, int c, int size) {
    Tensor x = distinct(2, n, h, w, c);
    Tensor y = new MaxPooling2D(size).apply(x);
    assertThat(y.shape()).containsExactly(n, h / size, w / size, c);
    for (int i = 0; i < y.size(); i++) {
      int channel = i % c;
      int column = i / c % y.dim(2);
      int row = i / c / y.dim(2) % y.dim(1);
      int image = i / c / y.dim(2) / y.dim(1);
      float largest = Float.NEGATIVE_INFINITY;
      for (int place = 0; place < size * size; place++) {
        int down = row * size + place / size;
        int right = column * size + place % size;
        largest = Math.max(largest, x.get(image, down, right, channel));
      }
      assertThat(y.data()[i]).isEqualTo(largest);
    }
  }

  @Test
  void ofEqualNumbersTheFirstGetsTheGradient() {
    Tensor x = Tensor.zeros(1, 2, 2, 1);
    try (var tape = GradientTape.open()) {
      Tensor loss = new MaxPooling2D(2).apply(x).sum();
      assertThat(tape.gradient(loss, List.of(x)).get(0).data()).containsExactly(1, 0, 0, 0);
    }
  }

  @Test
  void negativeNumbersHaveAMaximumToo() {
    assertThat(new MaxPooling2D(2).apply(SLIDE.multiply(-1)).data())
        .containsExactly(-1, -3, -9, -11);
  }

  @Test
  void notANumberIsSeen() {
    Tensor x = Tensor.vector(1, Double.NaN, 3, 2).reshape(1, 2, 2, 1);
    assertThat(new MaxPooling2D(2).apply(x).item()).isNaN();
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MaxPooling2D(2).apply(Tensor.zeros(4, 4)))
        .withMessage("images must be [N, H, W, C], was [4, 4]");
  }
}
