package manabi.tensor.compute;

/**
 * One matrix product {@code C += A B} cut into the tiles of {@link VectorTiles}: 4 rows by 4
 * vectors (8 by 2 or 8 by 1 in narrow matrices) where vectors have 16 lanes and there are 32
 * registers, 4 rows by 2 vectors elsewhere.
 *
 * <p>Fields are the arguments of {@link Kernels#multiplyAddGathered}.
 */
final class VectorProduct {

  private static final int LANES = VectorTiles.LANES;
  private static final boolean MANY_REGISTERS = LANES >= 16;

  private final int m;
  private final int k;
  private final float[] a;
  private final int aOffset;
  private final int[] rows;
  private final int[] columns;
  private final float[] b;
  private final int bStride;
  private final float[] c;
  private final int cStride;

  VectorProduct(
      int m,
      int k,
      float[] a,
      int aOffset,
      int[] rows,
      int[] columns,
      float[] b,
      int bStride,
      float[] c,
      int cStride) {
    this.m = m;
    this.k = k;
    this.a = a;
    this.aOffset = aOffset;
    this.rows = rows;
    this.columns = columns;
    this.b = b;
    this.bStride = bStride;
    this.c = c;
    this.cStride = cStride;
  }

  /** Computes {@code n} columns of C from these offsets on. */
  void run(int n, int bOffset, int cOffset) {
    int j = 0;
    for (; MANY_REGISTERS && j + 4 * LANES <= n; j += 4 * LANES) {
      fourVectors(bOffset + j, cOffset + j);
    }
    for (; j + 2 * LANES <= n; j += 2 * LANES) {
      twoVectors(0, bOffset + j, cOffset + j);
    }
    for (; j + LANES <= n; j += LANES) {
      oneVector(0, bOffset + j, cOffset + j);
    }
    if (j < n) {
      narrow(n - j, bOffset + j, cOffset + j);
    }
  }

  private void fourVectors(int b0, int c0) {
    int i = 0;
    for (; i + 4 <= m; i += 4) {
      VectorTiles.tile4x4(
          k, a, rows, i, aOffset, columns, b, b0, bStride, c, c0 + i * cStride, cStride);
    }
    twoVectors(i, b0, c0);
    twoVectors(i, b0 + 2 * LANES, c0 + 2 * LANES);
  }

  private void twoVectors(int firstRow, int b0, int c0) {
    int i = firstRow;
    for (; MANY_REGISTERS && i + 8 <= m; i += 8) {
      VectorTiles.tile8x2(
          k, a, rows, i, aOffset, columns, b, b0, bStride, c, c0 + i * cStride, cStride);
    }
    for (; i + 4 <= m; i += 4) {
      VectorTiles.tile4x2(
          k, a, rows, i, aOffset, columns, b, b0, bStride, c, c0 + i * cStride, cStride);
    }
    oneVector(i, b0, c0);
    oneVector(i, b0 + LANES, c0 + LANES);
  }

  private void oneVector(int firstRow, int b0, int c0) {
    int i = firstRow;
    for (; i + 8 <= m; i += 8) {
      VectorTiles.tile8x1(
          k, a, rows, i, aOffset, columns, b, b0, bStride, c, c0 + i * cStride, cStride);
    }
    for (; i + 4 <= m; i += 4) {
      VectorTiles.tile4x1(
          k, a, rows, i, aOffset, columns, b, b0, bStride, c, c0 + i * cStride, cStride);
    }
    for (; i < m; i++) {
      VectorTiles.tile1x1(k, a, rows, i, aOffset, columns, b, b0, bStride, c, c0 + i * cStride);
    }
  }

  /**
   * Fewer columns than a vector has lanes: copied to a full vector's width. Masked loads would do
   * without the copy, but are far slower on processors without mask registers.
   */
  private void narrow(int n, int b0, int c0) {
    float[] wideB = new float[k * LANES];
    for (int p = 0; p < k; p++) {
      System.arraycopy(b, b0 + p * bStride, wideB, p * LANES, n);
    }
    float[] wideC = new float[m * LANES];
    new VectorProduct(m, k, a, aOffset, rows, columns, wideB, LANES, wideC, LANES)
        .oneVector(0, 0, 0);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        c[c0 + i * cStride + j] += wideC[i * LANES + j];
      }
    }
  }
}
