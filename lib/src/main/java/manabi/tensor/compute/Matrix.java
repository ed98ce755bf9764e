package manabi.tensor.compute;

/** Products of row-major matrices, by all threads when they are large. */
public final class Matrix {

  /** Below this many multiplications, or moves, a second thread costs more than it brings. */
  private static final long WORTH_SHARING = 100_000;

  /** So many rows are transposed at once: a line of the processor's cache holds as many numbers. */
  private static final int BLOCK = 16;

  /** Stands for a row of ones, as the one number that every step of no length leads to. */
  private static final float[] ONE = {1};

  private static final Kernels KERNELS = Kernels.best();

  private Matrix() {}

  /**
   * Adds a product: {@code C += A B}.
   *
   * @param a {@code [m, k]}
   * @param b {@code [k, n]}
   * @param c {@code [m, n]}, changed
   */
  public static void multiplyAdd(int m, int n, int k, float[] a, float[] b, float[] c) {
    share(m, n, k, a, k, 1, b, c);
  }

  /**
   * Adds a product with the first factor transposed: {@code C += Aᵀ B}.
   *
   * @param a {@code [k, m]}
   * @param b {@code [k, n]}
   * @param c {@code [m, n]}, changed
   */
  public static void transposedMultiplyAdd(int m, int n, int k, float[] a, float[] b, float[] c) {
    share(m, n, k, a, 1, m, b, c);
  }

  /**
   * Adds a product with the second factor transposed: {@code C += A Bᵀ}.
   *
   * @param a {@code [m, k]}
   * @param b {@code [n, k]}
   * @param c {@code [m, n]}, changed
   */
  public static void multiplyTransposedAdd(int m, int n, int k, float[] a, float[] b, float[] c) {
    if (PackedProduct.pays(m, n)) {
      new PackedProduct(m, n, k, a, k, 1, b, 1, k).addTo(c);
    } else {
      share(m, n, k, a, k, 1, transpose(b, n, k), c);
    }
  }

  /**
   * Adds the sum of each column of a matrix: its product with a row of ones.
   *
   * @param matrix {@code [m, n]}
   * @param sums {@code [n]}, changed
   */
  public static void addColumnSums(int m, int n, float[] matrix, float[] sums) {
    int groups = (n + BLOCK - 1) / BLOCK;
    Parallel.Range columns =
        (part, from, to) -> {
          int first = from * BLOCK;
          int width = Math.min(n, to * BLOCK) - first;
          KERNELS.multiplyAdd(1, width, m, ONE, 0, 0, 0, matrix, first, n, sums, first, n);
        };
    if ((long) m * n < WORTH_SHARING) {
      columns.run(0, 0, groups);
    } else {
      Parallel.run(groups, columns);
    }
  }

  /** The same for a matrix that begins at {@code offset}, by this thread alone. */
  public static void addColumnSums(int m, int n, float[] matrix, int offset, float[] sums) {
    KERNELS.multiplyAdd(1, n, m, ONE, 0, 0, 0, matrix, offset, n, sums, 0, n);
  }

  /** Returns the transpose {@code [columns, rows]} of a matrix {@code [rows, columns]}. */
  public static float[] transpose(float[] matrix, int rows, int columns) {
    float[] transposed = Buffers.take(rows * columns);
    int blocks = (rows + BLOCK - 1) / BLOCK;
    Parallel.Range range =
        (part, from, to) -> transpose(matrix, rows, columns, from, to, transposed);
    if ((long) rows * columns < WORTH_SHARING) {
      range.run(0, 0, blocks);
    } else {
      Parallel.run(blocks, range);
    }
    return transposed;
  }

  private static void transpose(
      float[] matrix, int rows, int columns, int from, int to, float[] transposed) {
    for (int block = from; block < to; block++) {
      int top = block * BLOCK;
      int bottom = Math.min(rows, top + BLOCK);
      for (int j = 0; j < columns; j++) {
        for (int i = top; i < bottom; i++) {
          transposed[j * rows + i] = matrix[i * columns + j];
        }
      }
    }
  }

  private static void share(
      int m, int n, int k, float[] a, int aRowStride, int aColumnStride, float[] b, float[] c) {
    if ((long) m * n * k < WORTH_SHARING) {
      KERNELS.multiplyAdd(m, n, k, a, 0, aRowStride, aColumnStride, b, 0, n, c, 0, n);
      return;
    }
    if (PackedProduct.pays(m, n)) {
      new PackedProduct(m, n, k, a, aRowStride, aColumnStride, b, n, 1).addTo(c);
      return;
    }
    // Parts of whole groups of 8 rows, the tiles' height.
    int groups = (m + 7) / 8;
    Parallel.run(
        groups,
        (part, from, to) -> {
          int first = from * 8;
          int rows = Math.min(m, to * 8) - first;
          KERNELS.multiplyAdd(
              rows,
              n,
              k,
              a,
              first * aRowStride,
              aRowStride,
              aColumnStride,
              b,
              0,
              n,
              c,
              first * n,
              n);
        });
  }
}
