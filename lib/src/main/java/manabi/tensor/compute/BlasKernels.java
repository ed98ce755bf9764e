package manabi.tensor.compute;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Plain loops, but large products by a {@link Blas}. */
final class BlasKernels extends LoopKernels {

  /** Below this many multiplications, copying for the library costs about what it brings. */
  static final long WORTH_COPYING = 2048;

  /** With a single row, each number of B is copied for one multiplication. */
  static final int LEAST_ROWS = 2;

  private final Blas blas;

  BlasKernels(Blas blas) {
    this.blas = blas;
  }

  /** Returns kernels with the first library that works here, else plain loops. */
  static Kernels orLoops() {
    try {
      return ServiceLoader.load(Blas.class)
          .findFirst()
          .<Kernels>map(BlasKernels::new)
          .orElseGet(LoopKernels::new);
    } catch (ServiceConfigurationError | LinkageError e) { // left out, or not for this machine
      return new LoopKernels();
    }
  }

  @Override
  public String describe() {
    return "plain loops, large products by " + blas.name();
  }

  @Override
  public void multiplyAddGathered(
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
    if (m >= LEAST_ROWS && (long) m * n * k >= WORTH_COPYING) {
      blas.multiplyAdd(
          m, n, k, a, aOffset, rows, columns, b, bOffset, bStride, c, cOffset, cStride);
    } else {
      super.multiplyAddGathered(
          m, n, k, a, aOffset, rows, columns, b, bOffset, bStride, c, cOffset, cStride);
    }
  }
}
