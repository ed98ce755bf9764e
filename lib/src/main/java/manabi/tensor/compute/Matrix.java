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
   * Writes a product: {@code C = A B}.
   *
   * @param a {@code [m, k]}
   * @param b {@code [k, n]}
   * @param c {@code [m, n]}, overwritten
   */
  public static void multiply(int m, int n, int k, float[] a, float[] b, float[] c) {
    multiply(m, n, k, a, b, Buffers.zeros(n), c);
  }

  /**
   * Writes a product with the same numbers added to each of its rows: {@code C = A B + row}.
   *
   * @param row {@code [n]}
   */
  public static void multiply(int m, int n, int k, float[] a, float[] b, float[] row, float[] c) {
    share(m, n, k, a, k, 1, b, row, c);
  }

  /**
   * Writes a product with the first factor transposed: {@code C = Aᵀ B}.
   *
   * @param a {@code [k, m]}
   * @param b {@code [k, n]}
   * @param c {@code [m, n]}, overwritten
   */
  public static void transposedMultiply(int m, int n, int k, float[] a, float[] b, float[] c) {
    share(m, n, k, a, 1, m, b, Buffers.zeros(n), c);
  }

  /**
   * Writes a product with the second factor transposed: {@code C = A Bᵀ}.
   *
   * @param a {@code [m, k]}
   * @param b {@code [n, k]}
   * @param c {@code [m, n]}, overwritten
   */
  public static void multiplyTransposed(int m, int n, int k, float[] a, float[] b, float[] c) {
    float[] row = Buffers.zeros(n);
    if (PackedProduct.pays(m, n)) {
      new PackedProduct(m, n, k, a, k, 1, b, 1, k).write(row, c);
    } else {
      share(m, n, k, a, k, 1, transpose(b, n, k), row, c);
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
      int m,
      int n,
      int k,
      float[] a,
      int aRowStride,
      int aColumnStride,
      float[] b,
      float[] row,
      float[] c) {
    boolean shared = (long) m * n * k >= WORTH_SHARING;
    if (shared && PackedProduct.pays(m, n)) {
      new PackedProduct(m, n, k, a, aRowStride, aColumnStride, b, n, 1).write(row, c);
      return;
    }
    // Parts of whole groups of 8 rows, the tiles' height.
    int groups = (m + 7) / 8;
    Parallel.Range rows =
        (part, from, to) -> {
          int first = from * 8;
          int count = Math.min(m, to * 8) - first;
          begin(row, 0, n, count, c, first * n, n);
          int start = first * aRowStride;
          KERNELS.multiplyAdd(
              count, n, k, a, start, aRowStride, aColumnStride, b, 0, n, c, first * n, n);
        };
    if (shared) {
      Parallel.run(groups, rows);
    } else {
      rows.run(0, 0, groups);
    }
  }

  /** Writes {@code width} numbers of {@code row} to so many rows of C, which a product adds to. */
  static void begin(float[] row, int from, int width, int rows, float[] c, int at, int cStride) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(row, from, c, at + i * cStride, width);
    }
  }
}
