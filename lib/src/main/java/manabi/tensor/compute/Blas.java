package manabi.tensor.compute;

/**
 * A library for large matrix products, found by {@link java.util.ServiceLoader} where Java itself
 * gives no vector registers. Threads call it at the same time, each for its own part of C.
 */
public interface Blas {

  /** Returns what it is, for people. */
  String name();

  /**
   * Adds a product as {@link Kernels#multiplyAddGathered} does.
   *
   * @param rows where each of the {@code m} rows of A begins
   * @param columns how far each of the {@code k} columns is from there
   * @param bStride distance from a row of B to the next
   * @param cStride distance from a row of C to the next
   */
  void multiplyAdd(
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
      int cStride);
}
