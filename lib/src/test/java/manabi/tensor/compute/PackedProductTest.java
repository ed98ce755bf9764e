package manabi.tensor.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import manabi.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedProductTest {

  /** One panel and several, a depth below, at and beyond what is copied at a time. */
  @ParameterizedTest(name = "[{0}, {2}] times [{2}, {1}]")
  @CsvSource({"1, 64, 1", "5, 128, 255", "33, 128, 256", "32, 192, 257", "7, 256, 520"})
  void productsAreThoseOfPlainLoops(int m, int n, int k) {
    SplittableRandom random = new SplittableRandom(1);
    float[] a = Tensor.randomNormal(random, m * k).data();
    float[] b = Tensor.randomNormal(random, k * n).data();
    float[] row = Tensor.randomNormal(random, n).data();
    float[] c = Tensor.randomNormal(random, m * n).data();
    float[] transposed = c.clone();
    float[] expected = new float[m * n];
    for (int i = 0; i < m; i++) {
      System.arraycopy(row, 0, expected, i * n, n);
    }
    new LoopKernels().multiplyAdd(m, n, k, a, 0, k, 1, b, 0, n, expected, 0, n);
    new PackedProduct(m, n, k, a, k, 1, b, n, 1).write(row, c);
    assertThat(c).containsExactly(expected, within(1e-3f));
    float[] aTransposed = Matrix.transpose(a, m, k);
    float[] bTransposed = Matrix.transpose(b, k, n);
    new PackedProduct(m, n, k, aTransposed, 1, m, bTransposed, 1, k).write(row, transposed);
    assertThat(transposed).isEqualTo(c);
  }
}
