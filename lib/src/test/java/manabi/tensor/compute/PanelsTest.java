package manabi.tensor.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import manabi.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelsTest {

  /** Less than a panel, whole ones, and some columns more; the matrix as it is and transposed. */
  @ParameterizedTest(name = "[{0}, {1}] times [{1}, {2}]")
  @CsvSource({"1, 1, 1", "3, 5, 63", "4, 7, 64", "5, 3, 65", "2, 11, 131", "17, 64, 192"})
  void productsAreThoseOfPlainLoops(int m, int rows, int columns) {
    SplittableRandom random = new SplittableRandom(1);
    float[] a = Tensor.randomNormal(random, 3 + m * rows).data();
    float[] b = Tensor.randomNormal(random, 2 + rows * columns).data();
    float[] c = Tensor.randomNormal(random, 1 + m * columns).data();
    float[] transposed = c.clone();
    float[] expected = c.clone();
    new LoopKernels()
        .multiplyAdd(m, columns, rows, a, 3, rows, 1, b, 2, columns, expected, 1, columns);
    Panels.of(rows, columns, b, 2, columns, 1).addProduct(m, a, 3, c, 1);
    assertThat(c).containsExactly(expected, within(1e-4f));
    float[] bTransposed =
        Matrix.transpose(Tensor.of(b, b.length).slice(2, b.length).data(), rows, columns);
    Panels.of(rows, columns, bTransposed, 0, 1, rows).addProduct(m, a, 3, transposed, 1);
    assertThat(transposed).isEqualTo(c);
  }
}
