package manabi.tensor.compute;

/**
 * A product {@code C = A B + row} of large matrices. Each thread takes some panels of 64 columns of
 * B and copies them, 256 rows at a time, to one place that stays in the cache; see {@link Panels}
 * for why. B may have any strides, so its transpose needs no copy of its own.
 */
final class PackedProduct {

  private static final int WIDTH = Panels.WIDTH;
  private static final int DEPTH = 256;
  private static final Kernels KERNELS = Kernels.best();

  private final int m;
  private final int n;
  private final int k;
  private final float[] a;
  private final int aRowStride;
  private final int aColumnStride;
  private final float[] b;
  private final int bRowStride;
  private final int bColumnStride;

  PackedProduct(
      int m,
      int n,
      int k,
      float[] a,
      int aRowStride,
      int aColumnStride,
      float[] b,
      int bRowStride,
      int bColumnStride) {
    this.m = m;
    this.n = n;
    this.k = k;
    this.a = a;
    this.aRowStride = aRowStride;
    this.aColumnStride = aColumnStride;
    this.b = b;
    this.bRowStride = bRowStride;
    this.bColumnStride = bColumnStride;
  }

  /** Returns whether copying pays: enough rows to use a panel, and panels for all threads. */
  static boolean pays(int m, int n) {
    return m >= 32 && n > WIDTH && n % (WIDTH * Parallel.threads()) == 0;
  }

  /**
   * Writes the product.
   *
   * @param row what each row of C begins with, {@code [n]}
   * @param c {@code [m, n]} with n a multiple of 64
   */
  void write(float[] row, float[] c) {
    Parallel.run(
        n / WIDTH,
        (part, from, to) -> {
          float[] panel = new float[Math.min(DEPTH, k) * WIDTH];
          for (int column = from * WIDTH; column < to * WIDTH; column += WIDTH) {
            Matrix.begin(row, column, WIDTH, m, c, column, n);
            for (int top = 0; top < k; top += DEPTH) {
              addPanel(panel, column, top, Math.min(DEPTH, k - top), c);
            }
          }
        });
  }

  private void addPanel(float[] panel, int column, int top, int depth, float[] c) {
    Panels.copy(
        panel,
        WIDTH,
        depth,
        b,
        top * bRowStride + column * bColumnStride,
        bRowStride,
        bColumnStride);
    KERNELS.multiplyAdd(
        m,
        WIDTH,
        depth,
        a,
        top * aColumnStride,
        aRowStride,
        aColumnStride,
        panel,
        0,
        WIDTH,
        c,
        column,
        n);
  }
}
