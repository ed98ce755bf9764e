package manabi.tensor.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels on vector registers.
 *
 * <p>The matrix product keeps a tile of C in registers while it walks along k: 4 rows by 4 vectors
 * (8 by 2 or 8 by 1 in narrow matrices) where vectors have 16 lanes and there are 32 registers, 4
 * rows by 2 vectors elsewhere. Each tile is one short method that calls the vector methods itself:
 * longer methods, helpers or lambdas in the loop are no longer inlined, and their vectors are then
 * objects on the heap.
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
          tile4x4(
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
          tile1x2(k, a, row, aColumnStride, b, bOffset + j, bStride, c, out);
          int right = 2 * LANES;
          tile1x2(k, a, row, aColumnStride, b, bOffset + j + right, bStride, c, out + right);
        }
      }
    }
    for (; j + 2 * LANES <= n; j += 2 * LANES) {
      int i = 0;
      for (; MANY_REGISTERS && i + 8 <= m; i += 8) {
        tile8x2(
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
        tile4x2(
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
        tile1x2(
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
      tile8x1(
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
      tile1x1(
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

  private static void tile4x4(
      int k,
      float[] a,
      int a0,
      int aRowStride,
      int aColumnStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int c0,
      int cStride) {
    int c1 = c0 + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c, c0 + LANES);
    FloatVector s02 = FloatVector.fromArray(SPECIES, c, c0 + 2 * LANES);
    FloatVector s03 = FloatVector.fromArray(SPECIES, c, c0 + 3 * LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + LANES);
    FloatVector s12 = FloatVector.fromArray(SPECIES, c, c1 + 2 * LANES);
    FloatVector s13 = FloatVector.fromArray(SPECIES, c, c1 + 3 * LANES);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + LANES);
    FloatVector s22 = FloatVector.fromArray(SPECIES, c, c2 + 2 * LANES);
    FloatVector s23 = FloatVector.fromArray(SPECIES, c, c2 + 3 * LANES);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector s31 = FloatVector.fromArray(SPECIES, c, c3 + LANES);
    FloatVector s32 = FloatVector.fromArray(SPECIES, c, c3 + 2 * LANES);
    FloatVector s33 = FloatVector.fromArray(SPECIES, c, c3 + 3 * LANES);
    for (int p = 0; p < k; p++) {
      int row = bOffset + p * bStride;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, row + 2 * LANES);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, row + 3 * LANES);
      int at = a0 + p * aColumnStride;
      FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      s02 = x.fma(b2, s02);
      s03 = x.fma(b3, s03);
      x = FloatVector.broadcast(SPECIES, a[at + aRowStride]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      s12 = x.fma(b2, s12);
      s13 = x.fma(b3, s13);
      x = FloatVector.broadcast(SPECIES, a[at + 2 * aRowStride]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      s22 = x.fma(b2, s22);
      s23 = x.fma(b3, s23);
      x = FloatVector.broadcast(SPECIES, a[at + 3 * aRowStride]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      s32 = x.fma(b2, s32);
      s33 = x.fma(b3, s33);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LANES);
    s02.intoArray(c, c0 + 2 * LANES);
    s03.intoArray(c, c0 + 3 * LANES);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LANES);
    s12.intoArray(c, c1 + 2 * LANES);
    s13.intoArray(c, c1 + 3 * LANES);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LANES);
    s22.intoArray(c, c2 + 2 * LANES);
    s23.intoArray(c, c2 + 3 * LANES);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LANES);
    s32.intoArray(c, c3 + 2 * LANES);
    s33.intoArray(c, c3 + 3 * LANES);
  }

  private static void tile8x2(
      int k,
      float[] a,
      int a0,
      int aRowStride,
      int aColumnStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int c0,
      int cStride) {
    int c1 = c0 + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    int c4 = c3 + cStride;
    int c5 = c4 + cStride;
    int c6 = c5 + cStride;
    int c7 = c6 + cStride;
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c, c0 + LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + LANES);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + LANES);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector s31 = FloatVector.fromArray(SPECIES, c, c3 + LANES);
    FloatVector s40 = FloatVector.fromArray(SPECIES, c, c4);
    FloatVector s41 = FloatVector.fromArray(SPECIES, c, c4 + LANES);
    FloatVector s50 = FloatVector.fromArray(SPECIES, c, c5);
    FloatVector s51 = FloatVector.fromArray(SPECIES, c, c5 + LANES);
    FloatVector s60 = FloatVector.fromArray(SPECIES, c, c6);
    FloatVector s61 = FloatVector.fromArray(SPECIES, c, c6 + LANES);
    FloatVector s70 = FloatVector.fromArray(SPECIES, c, c7);
    FloatVector s71 = FloatVector.fromArray(SPECIES, c, c7 + LANES);
    for (int p = 0; p < k; p++) {
      int row = bOffset + p * bStride;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
      int at = a0 + p * aColumnStride;
      FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      x = FloatVector.broadcast(SPECIES, a[at + aRowStride]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      x = FloatVector.broadcast(SPECIES, a[at + 2 * aRowStride]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      x = FloatVector.broadcast(SPECIES, a[at + 3 * aRowStride]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      x = FloatVector.broadcast(SPECIES, a[at + 4 * aRowStride]);
      s40 = x.fma(b0, s40);
      s41 = x.fma(b1, s41);
      x = FloatVector.broadcast(SPECIES, a[at + 5 * aRowStride]);
      s50 = x.fma(b0, s50);
      s51 = x.fma(b1, s51);
      x = FloatVector.broadcast(SPECIES, a[at + 6 * aRowStride]);
      s60 = x.fma(b0, s60);
      s61 = x.fma(b1, s61);
      x = FloatVector.broadcast(SPECIES, a[at + 7 * aRowStride]);
      s70 = x.fma(b0, s70);
      s71 = x.fma(b1, s71);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LANES);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LANES);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LANES);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LANES);
    s40.intoArray(c, c4);
    s41.intoArray(c, c4 + LANES);
    s50.intoArray(c, c5);
    s51.intoArray(c, c5 + LANES);
    s60.intoArray(c, c6);
    s61.intoArray(c, c6 + LANES);
    s70.intoArray(c, c7);
    s71.intoArray(c, c7 + LANES);
  }

  private static void tile4x2(
      int k,
      float[] a,
      int a0,
      int aRowStride,
      int aColumnStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int c0,
      int cStride) {
    int c1 = c0 + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c, c0 + LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + LANES);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + LANES);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector s31 = FloatVector.fromArray(SPECIES, c, c3 + LANES);
    for (int p = 0; p < k; p++) {
      int row = bOffset + p * bStride;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
      int at = a0 + p * aColumnStride;
      FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      x = FloatVector.broadcast(SPECIES, a[at + aRowStride]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      x = FloatVector.broadcast(SPECIES, a[at + 2 * aRowStride]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      x = FloatVector.broadcast(SPECIES, a[at + 3 * aRowStride]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LANES);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LANES);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LANES);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LANES);
  }

  private static void tile8x1(
      int k,
      float[] a,
      int a0,
      int aRowStride,
      int aColumnStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int c0,
      int cStride) {
    int c1 = c0 + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    int c4 = c3 + cStride;
    int c5 = c4 + cStride;
    int c6 = c5 + cStride;
    int c7 = c6 + cStride;
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector s40 = FloatVector.fromArray(SPECIES, c, c4);
    FloatVector s50 = FloatVector.fromArray(SPECIES, c, c5);
    FloatVector s60 = FloatVector.fromArray(SPECIES, c, c6);
    FloatVector s70 = FloatVector.fromArray(SPECIES, c, c7);
    for (int p = 0; p < k; p++) {
      int row = bOffset + p * bStride;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
      int at = a0 + p * aColumnStride;
      FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
      s00 = x.fma(b0, s00);
      x = FloatVector.broadcast(SPECIES, a[at + aRowStride]);
      s10 = x.fma(b0, s10);
      x = FloatVector.broadcast(SPECIES, a[at + 2 * aRowStride]);
      s20 = x.fma(b0, s20);
      x = FloatVector.broadcast(SPECIES, a[at + 3 * aRowStride]);
      s30 = x.fma(b0, s30);
      x = FloatVector.broadcast(SPECIES, a[at + 4 * aRowStride]);
      s40 = x.fma(b0, s40);
      x = FloatVector.broadcast(SPECIES, a[at + 5 * aRowStride]);
      s50 = x.fma(b0, s50);
      x = FloatVector.broadcast(SPECIES, a[at + 6 * aRowStride]);
      s60 = x.fma(b0, s60);
      x = FloatVector.broadcast(SPECIES, a[at + 7 * aRowStride]);
      s70 = x.fma(b0, s70);
    }
    s00.intoArray(c, c0);
    s10.intoArray(c, c1);
    s20.intoArray(c, c2);
    s30.intoArray(c, c3);
    s40.intoArray(c, c4);
    s50.intoArray(c, c5);
    s60.intoArray(c, c6);
    s70.intoArray(c, c7);
  }

  private static void tile1x2(
      int k,
      float[] a,
      int a0,
      int aColumnStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int c0) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c, c0 + LANES);
    for (int p = 0; p < k; p++) {
      int row = bOffset + p * bStride;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
      int at = a0 + p * aColumnStride;
      FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LANES);
  }

  private static void tile1x1(
      int k,
      float[] a,
      int a0,
      int aColumnStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int c0) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
    for (int p = 0; p < k; p++) {
      int row = bOffset + p * bStride;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
      int at = a0 + p * aColumnStride;
      FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
      s00 = x.fma(b0, s00);
    }
    s00.intoArray(c, c0);
  }

  @Override
  public void tanh(float[] values, int offset, int length) {
    int i = offset;
    for (; i + LANES <= offset + length; i += LANES) {
      tanh(FloatVector.fromArray(SPECIES, values, i)).intoArray(values, i);
    }
    if (i < offset + length) {
      float[] rest = new float[LANES];
      System.arraycopy(values, i, rest, 0, offset + length - i);
      tanh(FloatVector.fromArray(SPECIES, rest, 0)).intoArray(rest, 0);
      System.arraycopy(rest, 0, values, i, offset + length - i);
    }
  }

  @Override
  public void sigmoid(float[] values, int offset, int length) {
    int i = offset;
    for (; i + LANES <= offset + length; i += LANES) {
      sigmoid(FloatVector.fromArray(SPECIES, values, i)).intoArray(values, i);
    }
    if (i < offset + length) {
      float[] rest = new float[LANES];
      System.arraycopy(values, i, rest, 0, offset + length - i);
      sigmoid(FloatVector.fromArray(SPECIES, rest, 0)).intoArray(rest, 0);
      System.arraycopy(rest, 0, values, i, offset + length - i);
    }
  }

  /**
   * sigmoid(x) = (1 + tanh(x / 2)) / 2, good to 2e-7; it never comes nearer to 0 and 1 than 1e-7.
   */
  private static FloatVector sigmoid(FloatVector x) {
    return tanh(x.mul(0.5f)).mul(0.5f).add(0.5f);
  }

  /**
   * A rational minimax approximation x P(x^2) / Q(x^2), good to a few units in the last place;
   * beyond 7.9 it stays where it is, 3e-7 short of 1. NaN stays NaN.
   */
  private static FloatVector tanh(FloatVector x) {
    FloatVector bounded = x.max(-7.90531110763549805f).min(7.90531110763549805f);
    FloatVector square = bounded.mul(bounded);
    FloatVector p = FloatVector.broadcast(SPECIES, -2.76076847742355e-16f);
    p = p.fma(square, FloatVector.broadcast(SPECIES, 2.00018790482477e-13f));
    p = p.fma(square, FloatVector.broadcast(SPECIES, -8.60467152213735e-11f));
    p = p.fma(square, FloatVector.broadcast(SPECIES, 5.12229709037114e-08f));
    p = p.fma(square, FloatVector.broadcast(SPECIES, 1.48572235717979e-05f));
    p = p.fma(square, FloatVector.broadcast(SPECIES, 6.37261928875436e-04f));
    p = p.fma(square, FloatVector.broadcast(SPECIES, 4.89352455891786e-03f));
    FloatVector q = FloatVector.broadcast(SPECIES, 1.19825839466702e-06f);
    q = q.fma(square, FloatVector.broadcast(SPECIES, 1.18534705686654e-04f));
    q = q.fma(square, FloatVector.broadcast(SPECIES, 2.26843463243900e-03f));
    q = q.fma(square, FloatVector.broadcast(SPECIES, 4.89352518554385e-03f));
    return bounded.mul(p).div(q);
  }
}
