package manabi.tensor.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlasKernelsTest {

  private final Kernels kernels = BlasKernels.orLoops();

  /** One row, a product that is too small, the first that is not, and more. */
  @ParameterizedTest(name = "[{0}, {2}] times [{2}, {1}]")
  @CsvSource({"1, 64, 64", "2, 31, 33", "2, 32, 32", "33, 67, 129"})
  void productsAreThoseOfPlainLoops(int m, int n, int k) {
    Random random = new Random(1);
    int[] rows = random.ints(m, 0, 50).toArray();
    int[] columns = random.ints(k, 0, 50).toArray();
    float[] a = numbers(random, 100);
    float[] b = numbers(random, 2 + k * (n + 3));
    float[] expected = numbers(random, 1 + m * (n + 2));
    float[] actual = expected.clone();
    new LoopKernels()
        .multiplyAddGathered(m, n, k, a, 1, rows, columns, b, 2, n + 3, expected, 1, n + 2);
    kernels.multiplyAddGathered(m, n, k, a, 1, rows, columns, b, 2, n + 3, actual, 1, n + 2);
    assertThat(actual).isEqualTo(expected);
  }

  /** Whole numbers make all sums exact. */
  private static float[] numbers(Random random, int length) {
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = random.nextInt(17) - 8;
    }
    return numbers;
  }

  @Test
  void lineNamesTheLibrary() {
    assertThat(kernels.describe()).isEqualTo("plain loops, large products by OpenBLAS");
  }
}
