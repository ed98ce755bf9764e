package manabi.tensor.compute;

/**
 * The innermost loops. {@link #best()} is chosen once: vector registers where the JVM was started
 * with {@code --add-modules jdk.incubator.vector}, else plain loops.
 */
public interface Kernels {

  /** Returns the fastest implementation that this JVM can run. */
  static Kernels best() {
    return KernelsHolder.BEST;
  }

  /** Returns what computes, for people: for example {@code "16-lane vectors"}. */
  String describe();

  /**
   * Adds a matrix product: {@code C += A B} with A {@code [m, k]}, B {@code [k, n]} and C {@code
   * [m, n]}. B and C are row-major; A may have any strides, so its transpose needs no copy.
   *
   * @param aRowStride distance from a row of A to the next, in numbers
   * @param aColumnStride distance from a column of A to the next
   * @param bStride distance from a row of B to the next
   * @param cStride distance from a row of C to the next
   */
  void multiplyAdd(
      int m,
      int n,
      int k,
      float[] a,
      int aOffset,
      int aRowStride,
      int aColumnStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int cOffset,
      int cStride);

  /** Replaces {@code length} numbers from {@code offset} by their hyperbolic tangents. */
  void tanh(float[] values, int offset, int length);

  /** Replaces {@code length} numbers from {@code offset} by {@code 1 / (1 + exp(-x))}. */
  void sigmoid(float[] values, int offset, int length);

  /**
   * Replaces {@code length} numbers from {@code offset} by {@code exp(x)}; below -86 it may be 0.
   */
  void exp(float[] values, int offset, int length);
}
