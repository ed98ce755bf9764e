package manabi.tensor.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums of scaled rows on vectors; arguments are those of {@link Kernels#addScaled}. */
final class VectorRows {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();

  private VectorRows() {}

  /** Three lines of three vectors. */
  static void tile3x3(
      int from,
      int to,
      int[] offsets,
      float[] factors,
      float[] x,
      int x0,
      int xStride,
      float[] y,
      int y0,
      int yStride) {
    int y1 = y0 + yStride;
    int y2 = y1 + yStride;
    FloatVector s00 = FloatVector.fromArray(SPECIES, y, y0);
    FloatVector s01 = FloatVector.fromArray(SPECIES, y, y0 + LANES);
    FloatVector s02 = FloatVector.fromArray(SPECIES, y, y0 + 2 * LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, y, y1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, y, y1 + LANES);
    FloatVector s12 = FloatVector.fromArray(SPECIES, y, y1 + 2 * LANES);
    FloatVector s20 = FloatVector.fromArray(SPECIES, y, y2);
    FloatVector s21 = FloatVector.fromArray(SPECIES, y, y2 + LANES);
    FloatVector s22 = FloatVector.fromArray(SPECIES, y, y2 + 2 * LANES);
    for (int t = from; t < to; t++) {
      FloatVector factor = FloatVector.broadcast(SPECIES, factors[t]);
      int line = x0 + offsets[t];
      s00 = factor.fma(FloatVector.fromArray(SPECIES, x, line), s00);
      s01 = factor.fma(FloatVector.fromArray(SPECIES, x, line + LANES), s01);
      s02 = factor.fma(FloatVector.fromArray(SPECIES, x, line + 2 * LANES), s02);
      line += xStride;
      s10 = factor.fma(FloatVector.fromArray(SPECIES, x, line), s10);
      s11 = factor.fma(FloatVector.fromArray(SPECIES, x, line + LANES), s11);
      s12 = factor.fma(FloatVector.fromArray(SPECIES, x, line + 2 * LANES), s12);
      line += xStride;
      s20 = factor.fma(FloatVector.fromArray(SPECIES, x, line), s20);
      s21 = factor.fma(FloatVector.fromArray(SPECIES, x, line + LANES), s21);
      s22 = factor.fma(FloatVector.fromArray(SPECIES, x, line + 2 * LANES), s22);
    }
    s00.intoArray(y, y0);
    s01.intoArray(y, y0 + LANES);
    s02.intoArray(y, y0 + 2 * LANES);
    s10.intoArray(y, y1);
    s11.intoArray(y, y1 + LANES);
    s12.intoArray(y, y1 + 2 * LANES);
    s20.intoArray(y, y2);
    s21.intoArray(y, y2 + LANES);
    s22.intoArray(y, y2 + 2 * LANES);
  }

  /** One line of one vector. */
  static void tile1x1(
      int from, int to, int[] offsets, float[] factors, float[] x, int x0, float[] y, int y0) {
    FloatVector s = FloatVector.fromArray(SPECIES, y, y0);
    for (int t = from; t < to; t++) {
      FloatVector factor = FloatVector.broadcast(SPECIES, factors[t]);
      s = factor.fma(FloatVector.fromArray(SPECIES, x, x0 + offsets[t]), s);
    }
    s.intoArray(y, y0);
  }
}
