package manabi.tensor.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {

  /** The last three are shared between threads; whole numbers make all sums exact. */
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 3, 5", "7, 1, 3", "47, 53, 59", "3, 301, 211", "41, 256, 300"})
  void productsAreThoseOfALoop(int m, int n, int k) {
    float[] a = numbers(1, m * k);
    float[] b = numbers(2, k * n);
    float[] row = numbers(3, n);
    float[] withRow = numbers(4, m * n);
    float[] product = withRow.clone();
    float[] left = withRow.clone();
    float[] right = withRow.clone();
    float[] expected = new float[m * n];
    float[] expectedWithRow = new float[m * n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        for (int p = 0; p < k; p++) {
          expected[i * n + j] += a[i * k + p] * b[p * n + j];
        }
        expectedWithRow[i * n + j] = expected[i * n + j] + row[j];
      }
    }
    Matrix.multiply(m, n, k, a, b, product);
    assertThat(product).isEqualTo(expected);
    Matrix.multiply(m, n, k, a, b, row, withRow);
    assertThat(withRow).isEqualTo(expectedWithRow);
    Matrix.transposedMultiply(m, n, k, Matrix.transpose(a, m, k), b, left);
    assertThat(left).isEqualTo(expected);
    Matrix.multiplyTransposed(m, n, k, a, Matrix.transpose(b, k, n), right);
    assertThat(right).isEqualTo(expected);
  }

  /** The last one is shared between threads. */
  @ParameterizedTest
  @CsvSource({"1, 1", "0, 3", "3, 0", "17, 5", "16, 32", "331, 317"})
  void transposeSwapsRowsAndColumns(int rows, int columns) {
    float[] matrix = numbers(4, rows * columns);
    float[] expected = new float[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        expected[j * rows + i] = matrix[i * columns + j];
      }
    }
    assertThat(Matrix.transpose(matrix, rows, columns)).isEqualTo(expected);
  }

  private static float[] numbers(long seed, int length) {
    Random random = new Random(seed);
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = random.nextInt(17) - 8;
    }
    return numbers;
  }
}
