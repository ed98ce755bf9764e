package manabi.tensor.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a matrix product: {@code C += A B} for as many rows and vectors of C as fit into
 * registers, which stay there while the loop walks along k. The number in row {@code i} and column
 * {@code p} of A stands at {@code a[aOffset + rows[row + i] + columns[p]]}; b and c begin at the
 * tile's own corner.
 *
 * <p>Each tile is one method that calls the vector methods itself: longer methods, helpers or
 * lambdas are no longer inlined, and their vectors are then objects on the heap (22 instead of 110
 * GFLOPS a thread).
 */
final class VectorTiles {

  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();

  private VectorTiles() {}

  static void tile4x4(
      int k,
      float[] a,
      int[] rows,
      int row,
      int aOffset,
      int[] columns,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int c0,
      int cStride) {
    int first = aOffset + rows[row];
    int step1 = rows[row + 1] - rows[row];
    int step2 = rows[row + 2] - rows[row + 1];
    int step3 = rows[row + 3] - rows[row + 2];
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
      int at = first + columns[p];
      int line = bOffset + p * bStride;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, line);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, line + LANES);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, line + 2 * LANES);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, line + 3 * LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      s02 = x.fma(b2, s02);
      s03 = x.fma(b3, s03);
      at += step1;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      s12 = x.fma(b2, s12);
      s13 = x.fma(b3, s13);
      at += step2;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      s22 = x.fma(b2, s22);
      s23 = x.fma(b3, s23);
      at += step3;
      x = FloatVector.broadcast(SPECIES, a[at]);
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

  static void tile8x2(
      int k,
      float[] a,
      int[] rows,
      int row,
      int aOffset,
      int[] columns,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int c0,
      int cStride) {
    int first = aOffset + rows[row];
    int step1 = rows[row + 1] - rows[row];
    int step2 = rows[row + 2] - rows[row + 1];
    int step3 = rows[row + 3] - rows[row + 2];
    int step4 = rows[row + 4] - rows[row + 3];
    int step5 = rows[row + 5] - rows[row + 4];
    int step6 = rows[row + 6] - rows[row + 5];
    int step7 = rows[row + 7] - rows[row + 6];
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
      int at = first + columns[p];
      int line = bOffset + p * bStride;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, line);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, line + LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      at += step1;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      at += step2;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      at += step3;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      at += step4;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s40 = x.fma(b0, s40);
      s41 = x.fma(b1, s41);
      at += step5;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s50 = x.fma(b0, s50);
      s51 = x.fma(b1, s51);
      at += step6;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s60 = x.fma(b0, s60);
      s61 = x.fma(b1, s61);
      at += step7;
      x = FloatVector.broadcast(SPECIES, a[at]);
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

  static void tile4x2(
      int k,
      float[] a,
      int[] rows,
      int row,
      int aOffset,
      int[] columns,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int c0,
      int cStride) {
    int first = aOffset + rows[row];
    int step1 = rows[row + 1] - rows[row];
    int step2 = rows[row + 2] - rows[row + 1];
    int step3 = rows[row + 3] - rows[row + 2];
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
      int at = first + columns[p];
      int line = bOffset + p * bStride;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, line);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, line + LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      at += step1;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      at += step2;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      at += step3;
      x = FloatVector.broadcast(SPECIES, a[at]);
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

  static void tile8x1(
      int k,
      float[] a,
      int[] rows,
      int row,
      int aOffset,
      int[] columns,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int c0,
      int cStride) {
    int first = aOffset + rows[row];
    int step1 = rows[row + 1] - rows[row];
    int step2 = rows[row + 2] - rows[row + 1];
    int step3 = rows[row + 3] - rows[row + 2];
    int step4 = rows[row + 4] - rows[row + 3];
    int step5 = rows[row + 5] - rows[row + 4];
    int step6 = rows[row + 6] - rows[row + 5];
    int step7 = rows[row + 7] - rows[row + 6];
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
      int at = first + columns[p];
      int line = bOffset + p * bStride;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, line);
      FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
      s00 = x.fma(b0, s00);
      at += step1;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s10 = x.fma(b0, s10);
      at += step2;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s20 = x.fma(b0, s20);
      at += step3;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s30 = x.fma(b0, s30);
      at += step4;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s40 = x.fma(b0, s40);
      at += step5;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s50 = x.fma(b0, s50);
      at += step6;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s60 = x.fma(b0, s60);
      at += step7;
      x = FloatVector.broadcast(SPECIES, a[at]);
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

  static void tile4x1(
      int k,
      float[] a,
      int[] rows,
      int row,
      int aOffset,
      int[] columns,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int c0,
      int cStride) {
    int first = aOffset + rows[row];
    int step1 = rows[row + 1] - rows[row];
    int step2 = rows[row + 2] - rows[row + 1];
    int step3 = rows[row + 3] - rows[row + 2];
    int c1 = c0 + cStride;
    int c2 = c1 + cStride;
    int c3 = c2 + cStride;
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
    for (int p = 0; p < k; p++) {
      int at = first + columns[p];
      int line = bOffset + p * bStride;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, line);
      FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
      s00 = x.fma(b0, s00);
      at += step1;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s10 = x.fma(b0, s10);
      at += step2;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s20 = x.fma(b0, s20);
      at += step3;
      x = FloatVector.broadcast(SPECIES, a[at]);
      s30 = x.fma(b0, s30);
    }
    s00.intoArray(c, c0);
    s10.intoArray(c, c1);
    s20.intoArray(c, c2);
    s30.intoArray(c, c3);
  }

  static void tile1x1(
      int k,
      float[] a,
      int[] rows,
      int row,
      int aOffset,
      int[] columns,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int c0) {
    int first = aOffset + rows[row];
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
    for (int p = 0; p < k; p++) {
      int at = first + columns[p];
      int line = bOffset + p * bStride;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, line);
      FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
      s00 = x.fma(b0, s00);
    }
    s00.intoArray(c, c0);
  }
}
