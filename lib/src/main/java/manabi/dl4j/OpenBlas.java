package manabi.dl4j;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import manabi.tensor.compute.Blas;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The matrix products of OpenBLAS, which ND4J brings. It is called without ND4J's arrays, whose
 * operations take 6 to 37 µs each, on copies outside the heap.
 */
public final class OpenBlas implements Blas {

  private static final ThreadLocal<Copies> COPIES = ThreadLocal.withInitial(Copies::new);

  /**
   * Loads the library. Each call runs on the thread that makes it, since the engine shares a
   * product between threads itself; ND4J, when it starts, sets its own number again.
   *
   * @throws LinkageError if there is none for this machine
   */
  public OpenBlas() {
    blas_set_num_threads(1);
  }

  @Override
  public String name() {
    return "OpenBLAS";
  }

  @Override
  public void multiplyAdd(
      int m,
      int n,
      int k,
      float[] a,
      int aOffset,
      int[] rows,
      int[] columns,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int cOffset,
      int cStride) {
    Copies copies = COPIES.get();
    copies.a = gather(copies, a, aOffset, rows, columns, m, k);
    copies.b = copy(copies.b, k, n, b, bOffset, bStride);
    copies.c = copy(copies.c, m, n, c, cOffset, cStride);
    FloatPointer product = copies.c;
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasNoTrans,
        m,
        n,
        k,
        1,
        copies.a,
        k,
        copies.b,
        n,
        1,
        product,
        n);
    for (int row = 0; row < m; row++) {
      copies.c.position((long) row * n).get(c, cOffset + row * cStride, n);
    }
    copies.c.position(0);
  }

  private static FloatPointer gather(
      Copies copies, float[] a, int offset, int[] rows, int[] columns, int m, int k) {
    if (copies.gathered.length < m * k) {
      copies.gathered = new float[m * k];
    }
    float[] gathered = copies.gathered;
    int at = 0;
    for (int row = 0; row < m; row++) {
      int start = offset + rows[row];
      for (int column = 0; column < k; column++) {
        gathered[at++] = a[start + columns[column]];
      }
    }
    return copy(copies.a, m, k, gathered, 0, k);
  }

  /** Copies a matrix without its gaps, into the former copy's memory if there is enough. */
  private static FloatPointer copy(
      FloatPointer former, int rows, int columns, float[] matrix, int offset, int stride) {
    FloatPointer copy = former;
    if (copy.capacity() < (long) rows * columns) {
      copy.close();
      copy = new FloatPointer((long) rows * columns);
    }
    if (stride == columns) {
      return copy.put(matrix, offset, rows * columns);
    }
    for (int row = 0; row < rows; row++) {
      copy.position((long) row * columns).put(matrix, offset + row * stride, columns);
    }
    return copy.position(0);
  }

  /** A thread's memory, as large as its largest product needs. */
  private static final class Copies {
    private float[] gathered = {};
    private FloatPointer a = new FloatPointer(1);
    private FloatPointer b = new FloatPointer(1);
    private FloatPointer c = new FloatPointer(1);
  }
}
