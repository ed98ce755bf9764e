package manabi.tensor.compute;

/**
 * The second factor of many products, copied into panels of 64 columns that lie together in memory.
 * In a wide matrix the numbers of a column are some power of two apart and fall on the same few
 * lines of the processor's cache, which then forgets them between two rows of the first factor.
 */
public final class Panels {

  static final int WIDTH = 64;

  /** So many rows are transposed at once: a line of the cache holds as many numbers. */
  private static final int BLOCK = 16;

  private static final Kernels KERNELS = Kernels.best();

  private final int rows;
  private final int columns;
  private final float[][] panels;

  private Panels(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    panels = new float[(columns + WIDTH - 1) / WIDTH][];
  }

  /**
   * Copies a matrix {@code [rows, columns]}.
   *
   * @param offset where it begins
   * @param rowStride distance from a row to the next
   * @param columnStride distance from a column to the next
   */
  public static Panels of(
      int rows, int columns, float[] matrix, int offset, int rowStride, int columnStride) {
    Panels result = new Panels(rows, columns);
    for (int p = 0; p < result.panels.length; p++) {
      int width = result.width(p);
      float[] panel = new float[rows * width];
      copy(panel, width, rows, matrix, offset + p * WIDTH * columnStride, rowStride, columnStride);
      result.panels[p] = panel;
    }
    return result;
  }

  /** Copies {@code rows} rows of a panel of {@code width} columns, which begins at {@code from}. */
  static void copy(
      float[] panel,
      int width,
      int rows,
      float[] matrix,
      int from,
      int rowStride,
      int columnStride) {
    if (columnStride == 1) {
      for (int i = 0; i < rows; i++) {
        System.arraycopy(matrix, from + i * rowStride, panel, i * width, width);
      }
      return;
    }
    for (int top = 0; top < rows; top += BLOCK) {
      int bottom = Math.min(rows, top + BLOCK);
      for (int j = 0; j < width; j++) {
        int column = from + j * columnStride;
        for (int i = top; i < bottom; i++) {
          panel[i * width + j] = matrix[column + i * rowStride];
        }
      }
    }
  }

  private int width(int panel) {
    return Math.min(WIDTH, columns - panel * WIDTH);
  }

  /**
   * Adds a product: {@code C += A B} with this matrix as B.
   *
   * @param a {@code [m, rows]}, from {@code aOffset} on
   * @param c {@code [m, columns]}, from {@code cOffset} on, changed
   */
  public void addProduct(int m, float[] a, int aOffset, float[] c, int cOffset) {
    for (int p = 0; p < panels.length; p++) {
      int width = width(p);
      int to = cOffset + p * WIDTH;
      KERNELS.multiplyAdd(m, width, rows, a, aOffset, rows, 1, panels[p], 0, width, c, to, columns);
    }
  }
}
