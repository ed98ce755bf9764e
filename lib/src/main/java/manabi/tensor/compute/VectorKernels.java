package manabi.tensor.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels on vector registers.
 *
 * <p>The matrix product keeps a tile of C in registers while it walks along k: 4 rows by 4 vectors
 * (8 by 2 or 8 by 1 in narrow matrices) where vectors have 16 lanes and there are 32 registers, 4
 * rows by 2 vectors elsewhere.
 */
final class VectorKernels implements Kernels {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final boolean MANY_REGISTERS = LANES >= 16;

  @Override
  public String describe() {
    return LANES + "-lane vectors";
  }

  @Override
  public void multiplyAdd(
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
      int cStride) {
    int j = 0;
    if (MANY_REGISTERS) {
      for (; j + 4 * LANES <= n; j += 4 * LANES) {
        int i = 0;
        for (; i + 4 <= m; i += 4) {
          VectorTiles.tile4x4(
              k,
              a,
              aOffset + i * aRowStride,
              aRowStride,
              aColumnStride,
              b,
              bOffset + j,
              bStride,
              c,
              cOffset + i * cStride + j,
              cStride);
        }
        for (; i < m; i++) {
          int row = aOffset + i * aRowStride;
          int out = cOffset + i * cStride + j;
          VectorTiles.tile1x2(k, a, row, aColumnStride, b, bOffset + j, bStride, c, out);
          int right = 2 * LANES;
          VectorTiles.tile1x2(
              k, a, row, aColumnStride, b, bOffset + j + right, bStride, c, out + right);
        }
      }
    }
    for (; j + 2 * LANES <= n; j += 2 * LANES) {
      int i = 0;
      for (; MANY_REGISTERS && i + 8 <= m; i += 8) {
        VectorTiles.tile8x2(
            k,
            a,
            aOffset + i * aRowStride,
            aRowStride,
            aColumnStride,
            b,
            bOffset + j,
            bStride,
            c,
            cOffset + i * cStride + j,
            cStride);
      }
      for (; i + 4 <= m; i += 4) {
        VectorTiles.tile4x2(
            k,
            a,
            aOffset + i * aRowStride,
            aRowStride,
            aColumnStride,
            b,
            bOffset + j,
            bStride,
            c,
            cOffset + i * cStride + j,
            cStride);
      }
      for (; i < m; i++) {
        VectorTiles.tile1x2(
            k,
            a,
            aOffset + i * aRowStride,
            aColumnStride,
            b,
            bOffset + j,
            bStride,
            c,
            cOffset + i * cStride + j);
      }
    }
    for (; j + LANES <= n; j += LANES) {
      column(
          m,
          k,
          a,
          aOffset,
          aRowStride,
          aColumnStride,
          b,
          bOffset + j,
          bStride,
          c,
          cOffset + j,
          cStride);
    }
    if (j < n) {
      narrow(
          m,
          n - j,
          k,
          a,
          aOffset,
          aRowStride,
          aColumnStride,
          b,
          bOffset + j,
          bStride,
          c,
          cOffset + j,
          cStride);
    }
  }

  /** One vector of columns. */
  private static void column(
      int m,
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
      int cStride) {
    int i = 0;
    for (; i + 8 <= m; i += 8) {
      VectorTiles.tile8x1(
          k,
          a,
          aOffset + i * aRowStride,
          aRowStride,
          aColumnStride,
          b,
          bOffset,
          bStride,
          c,
          cOffset + i * cStride,
          cStride);
    }
    for (; i < m; i++) {
      VectorTiles.tile1x1(
          k,
          a,
          aOffset + i * aRowStride,
          aColumnStride,
          b,
          bOffset,
          bStride,
          c,
          cOffset + i * cStride);
    }
  }

  /**
   * Fewer columns than a vector has lanes: copied to a full vector's width. Masked loads would do
   * without the copy, but are far slower on processors without mask registers.
   */
  private static void narrow(
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
      int cStride) {
    float[] wideB = new float[k * LANES];
    for (int p = 0; p < k; p++) {
      System.arraycopy(b, bOffset + p * bStride, wideB, p * LANES, n);
    }
    float[] wideC = new float[m * LANES];
    column(m, k, a, aOffset, aRowStride, aColumnStride, wideB, 0, LANES, wideC, 0, LANES);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        c[cOffset + i * cStride + j] += wideC[i * LANES + j];
      }
    }
  }

  @Override
  public void tanh(float[] values, int offset, int length) {
    int i = offset;
    for (; i + LANES <= offset + length; i += LANES) {
      VectorFunctions.tanh(FloatVector.fromArray(SPECIES, values, i)).intoArray(values, i);
    }
    if (i < offset + length) {
      float[] rest = new float[LANES];
      System.arraycopy(values, i, rest, 0, offset + length - i);
      VectorFunctions.tanh(FloatVector.fromArray(SPECIES, rest, 0)).intoArray(rest, 0);
      System.arraycopy(rest, 0, values, i, offset + length - i);
    }
  }

  @Override
  public void sigmoid(float[] values, int offset, int length) {
    int i = offset;
    for (; i + LANES <= offset + length; i += LANES) {
      VectorFunctions.sigmoid(FloatVector.fromArray(SPECIES, values, i)).intoArray(values, i);
    }
    if (i < offset + length) {
      float[] rest = new float[LANES];
      System.arraycopy(values, i, rest, 0, offset + length - i);
      VectorFunctions.sigmoid(FloatVector.fromArray(SPECIES, rest, 0)).intoArray(rest, 0);
      System.arraycopy(rest, 0, values, i, offset + length - i);
    }
  }

  @Override
  public void exp(float[] values, int offset, int length) {
    int i = offset;
    for (; i + LANES <= offset + length; i += LANES) {
      VectorFunctions.exp(FloatVector.fromArray(SPECIES, values, i)).intoArray(values, i);
    }
    if (i < offset + length) {
      float[] rest = new float[LANES];
      System.arraycopy(values, i, rest, 0, offset + length - i);
      VectorFunctions.exp(FloatVector.fromArray(SPECIES, rest, 0)).intoArray(rest, 0);
      System.arraycopy(rest, 0, values, i, offset + length - i);
    }
  }
}
