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

class Convolution2DTest {

  @ParameterizedTest(name = "{0} images {1} x {2} x {3}, {5} filters of {4}")
  @CsvSource({
    "1, 1, 1, 1, 1, 1",
    "2, 5, 4, 3, 2, 7",
    "3, 4, 6, 2, 3, 5",
    "1, 3, 3, 1, 3, 17",
    "5, 3, 4, 1, 1, 3",
    "2, 6, 4, 32, 3, 48", // from here on in tiles: whole ones, halves, several lines of them
    "1, 5, 7, 33, 3, 32",
    "3, 3, 4, 32, 3, 37",
    "1, 28, 12, 32, 3, 32"
  })
  void gradientsMatchDifferences(int n, int h, int w, int c, int f, int k) {
    assertGradients(
        inputs -> new Convolution2D().apply(inputs),
        random(1, n, h, w, c),
        random(2, f, f, c, k),
        random(3, k));
  }

  @ParameterizedTest(name = "{0} images {1} x {2} x {3}, {5} filters of {4}, stride {6} {7}")
  @CsvSource({
    "2, 5, 6, 3, 2, 5, 2, VALID",
    "1, 7, 5, 2, 3, 17, 2, SAME",
    "2, 4, 5, 1, 3, 3, 1, SAME",
    "1, 5, 7, 3, 4, 2, 3, SAME",
    "1, 8, 7, 2, 1, 3, 3, VALID",
    "1, 2, 3, 2, 5, 2, 1, SAME",
    "2, 6, 5, 32, 3, 32, 1, SAME",
    "1, 1, 2, 37, 3, 33, 1, SAME"
  })
  void stridesAndZerosAround(
      int n, int h, int w, int c, int f, int k, int stride, Padding padding) {
    Tensor x = random(1, n, h, w, c);
    Tensor filters = random(2, f, f, c, k);
    Tensor b = random(3, k);
    assertGradients(inputs -> new Convolution2D(stride, padding).apply(inputs), x, filters, b);
    Tensor y = new Convolution2D(stride, padding).apply(x, filters, b);
    int top = padding.before(h, f, stride);
    int left = padding.before(w, f, stride);
    Tensor wide = surrounded(x, top, left, h + f * stride, w + f * stride);
    Tensor everywhere = new Convolution2D().apply(wide, filters, b);
    assertThat(y.shape())
        .containsExactly(n, padding.windows(h, f, stride), padding.windows(w, f, stride), k);
    for (int i = 0; i < y.size(); i++) {
      int column = i / k % y.dim(2) * stride;
      int row = i / k / y.dim(2) % y.dim(1) * stride;
      int image = i / k / y.dim(2) / y.dim(1);
      assertThat(y.data()[i]).isCloseTo(everywhere.get(image, row, column, i % k), within(1e-5f));
    }
  }

  /** Returns the images with zeros around, far enough for every window. */
  private static Tensor surrounded(Tensor x, int top, int left, int height, int width) {
    Tensor wide = Tensor.zeros(x.dim(0), height + top, width + left, x.dim(3));
    int line = x.dim(2) * x.dim(3);
    for (int row = 0; row < x.dim(0) * x.dim(1); row++) {
      int to = row / x.dim(1) * wide.dim(1) + row % x.dim(1) + top;
      System.arraycopy(
          x.data(), row * line, wide.data(), (to * wide.dim(2) + left) * x.dim(3), line);
    }
    return wide;
  }

  /** Slide "畳み込み", C4.3: every output is -5; no padding. */
  @Tag("C4.3")
  @Test
  void slideExample() {
    Tensor image =
        Tensor.vector(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16).reshape(1, 4, 4, 1);
    Tensor filter = Tensor.vector(1, 0, 0, -1).reshape(2, 2, 1, 1);
    Tensor map = new Convolution2D().apply(image, filter, Tensor.vector(0));
    assertThat(map.shape()).containsExactly(1, 3, 3, 1);
    assertThat(map.data()).containsOnly(-5);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 5, 4, 3, 2, 7",
    "3, 9, 8, 5, 3, 19",
    "1, 6, 7, 2, 5, 33",
    "2, 8, 6, 32, 3, 64",
    "3, 7, 9, 33, 3, 32",
    "1, 28, 12, 48, 3, 37"
  })
  void valuesAreThoseOfThePlainLoop(int n, int h, int w, int c, int f, int k) {
    Tensor x = random(1, n, h, w, c);
    Tensor filters = random(2, f, f, c, k);
    Tensor b = random(3, k);
    Tensor y = new Convolution2D().apply(x, filters, b);
    assertThat(y.shape()).containsExactly(n, h - f + 1, w - f + 1, k);
    for (int i = 0; i < y.size(); i++) {
      int map = i % k;
      int column = i / k % y.dim(2);
      int row = i / k / y.dim(2) % y.dim(1);
      int image = i / k / y.dim(2) / y.dim(1);
      double expected = b.get(map) + innerProduct(x, filters, image, row, column, map);
      double error = 2e-6 * Math.sqrt(f * f * c); // grows as the sums do
      assertThat((double) y.data()[i]).isCloseTo(expected, within(error));
    }
  }

  private static double innerProduct(
      Tensor x, Tensor filters, int image, int row, int column, int map) {
    double sum = 0;
    for (int i = 0; i < filters.dim(0); i++) {
      for (int j = 0; j < filters.dim(1); j++) {
        for (int c = 0; c < filters.dim(2); c++) {
          sum += (double) x.get(image, row + i, column + j, c) * filters.get(i, j, c, map);
        }
      }
    }
    return sum;
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    Tensor b = Tensor.zeros(4);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Convolution2D().apply(Tensor.zeros(1, 5, 5, 2), Tensor.zeros(3, 3, 1, 4), b))
        .withMessage("images must be [N, H, W, C] with C = 1, was [1, 5, 5, 2]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Convolution2D().apply(Tensor.zeros(1, 2, 5, 1), Tensor.zeros(3, 3, 1, 4), b))
        .withMessage("the filter must fit into the image of 2 x 5, was 3 x 3");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Convolution2D().apply(Tensor.zeros(1, 5, 5, 1), Tensor.zeros(3, 2, 1, 4), b))
        .withMessage("filters must be [F, F, C, K], was [3, 2, 1, 4]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Convolution2D()
                    .apply(Tensor.zeros(1, 5, 5, 1), Tensor.zeros(3, 3, 1, 4), Tensor.zeros(3)))
        .withMessage("biases must be [K] with K = 4, was [3]");
  }
}
