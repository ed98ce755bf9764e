package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AveragePooling2DTest {

  /** Rows and columns that do not fill a window are left out. */
  @ParameterizedTest(name = "{0} images {1} x {2} x {3}, windows of {4}")
  @CsvSource({"1, 2, 2, 1, 2", "3, 5, 7, 3, 2", "2, 8, 7, 17, 3", "2, 3, 2, 3, 1", "2, 1, 5, 2, 2"})
  void valuesAndGradients(int n, int h, int w, int c, int size) {
    Tensor x = random(1, n, h, w, c);
    assertGradients(inputs -> new AveragePooling2D(size).apply(inputs), x);
    Tensor y = new AveragePooling2D(size).apply(x);
    assertThat(y.shape()).containsExactly(n, h / size, w / size, c);
    for (int i = 0; i < y.size(); i++) {
      int column = i / c % y.dim(2);
      int row = i / c / y.dim(2) % y.dim(1);
      int image = i / c / y.dim(2) / y.dim(1);
      double sum = 0;
      for (int place = 0; place < size * size; place++) {
        sum += x.get(image, row * size + place / size, column * size + place % size, i % c);
      }
      assertThat((double) y.data()[i]).isCloseTo(sum / (size * size), within(1e-6));
    }
  }

  /** Slide "プーリング", C4.7. */
  @Tag("C4.7")
  @Test
  void slideExample() {
    Tensor x =
        Tensor.vector(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16).reshape(1, 4, 4, 1);
    assertThat(new AveragePooling2D(2).apply(x).data()).containsExactly(3.5f, 5.5f, 11.5f, 13.5f);
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AveragePooling2D(2).apply(Tensor.zeros(4, 4)))
        .withMessage("images must be [N, H, W, C], was [4, 4]");
  }
}
