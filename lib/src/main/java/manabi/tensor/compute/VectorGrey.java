package manabi.tensor.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Convolution of one-channel images with 3 by 3 filters on vectors of filters. Each method does one
 * vector, from filter {@code k} on; the nine weights stay in registers for a whole line, and two
 * places that lie side by side share their pixels. Arguments are those of {@link Kernels}.
 */
final class VectorGrey {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();

  private VectorGrey() {}

  /** Computes 2 places or more; of an odd number the last but one is done twice. */
  static void convolve(
      int width,
      int filters,
      int k,
      float[] image,
      int at,
      int stride,
      float[] w,
      float[] b,
      float[] y,
      int to) {
    FloatVector w00 = FloatVector.fromArray(SPECIES, w, k);
    FloatVector w01 = FloatVector.fromArray(SPECIES, w, k + filters);
    FloatVector w02 = FloatVector.fromArray(SPECIES, w, k + 2 * filters);
    FloatVector w10 = FloatVector.fromArray(SPECIES, w, k + 3 * filters);
    FloatVector w11 = FloatVector.fromArray(SPECIES, w, k + 4 * filters);
    FloatVector w12 = FloatVector.fromArray(SPECIES, w, k + 5 * filters);
    FloatVector w20 = FloatVector.fromArray(SPECIES, w, k + 6 * filters);
    FloatVector w21 = FloatVector.fromArray(SPECIES, w, k + 7 * filters);
    FloatVector w22 = FloatVector.fromArray(SPECIES, w, k + 8 * filters);
    FloatVector bias = FloatVector.fromArray(SPECIES, b, k);
    for (int next = 0; next < width; next += 2) {
      int x = Math.min(next, width - 2);
      int line = at + x;
      FloatVector pixel = FloatVector.broadcast(SPECIES, image[line]);
      FloatVector s0 = pixel.fma(w00, bias);
      pixel = FloatVector.broadcast(SPECIES, image[line + 1]);
      s0 = pixel.fma(w01, s0);
      FloatVector s1 = pixel.fma(w00, bias);
      pixel = FloatVector.broadcast(SPECIES, image[line + 2]);
      s0 = pixel.fma(w02, s0);
      s1 = pixel.fma(w01, s1);
      s1 = FloatVector.broadcast(SPECIES, image[line + 3]).fma(w02, s1);
      line += stride;
      s0 = FloatVector.broadcast(SPECIES, image[line]).fma(w10, s0);
      pixel = FloatVector.broadcast(SPECIES, image[line + 1]);
      s0 = pixel.fma(w11, s0);
      s1 = pixel.fma(w10, s1);
      pixel = FloatVector.broadcast(SPECIES, image[line + 2]);
      s0 = pixel.fma(w12, s0);
      s1 = pixel.fma(w11, s1);
      s1 = FloatVector.broadcast(SPECIES, image[line + 3]).fma(w12, s1);
      line += stride;
      s0 = FloatVector.broadcast(SPECIES, image[line]).fma(w20, s0);
      pixel = FloatVector.broadcast(SPECIES, image[line + 1]);
      s0 = pixel.fma(w21, s0);
      s1 = pixel.fma(w20, s1);
      pixel = FloatVector.broadcast(SPECIES, image[line + 2]);
      s0 = pixel.fma(w22, s0);
      s1 = pixel.fma(w21, s1);
      s1 = FloatVector.broadcast(SPECIES, image[line + 3]).fma(w22, s1);
      s0.intoArray(y, to + x * filters + k);
      s1.intoArray(y, to + (x + 1) * filters + k);
    }
  }

  /** Adds the gradients of the first places, an even number of them, and returns how many. */
  static int addGradients(
      int width,
      int filters,
      int k,
      float[] image,
      int at,
      int stride,
      float[] dy,
      int from,
      float[] dw) {
    FloatVector w00 = FloatVector.fromArray(SPECIES, dw, k);
    FloatVector w01 = FloatVector.fromArray(SPECIES, dw, k + filters);
    FloatVector w02 = FloatVector.fromArray(SPECIES, dw, k + 2 * filters);
    FloatVector w10 = FloatVector.fromArray(SPECIES, dw, k + 3 * filters);
    FloatVector w11 = FloatVector.fromArray(SPECIES, dw, k + 4 * filters);
    FloatVector w12 = FloatVector.fromArray(SPECIES, dw, k + 5 * filters);
    FloatVector w20 = FloatVector.fromArray(SPECIES, dw, k + 6 * filters);
    FloatVector w21 = FloatVector.fromArray(SPECIES, dw, k + 7 * filters);
    FloatVector w22 = FloatVector.fromArray(SPECIES, dw, k + 8 * filters);
    int x = 0;
    for (; x + 2 <= width; x += 2) {
      FloatVector g0 = FloatVector.fromArray(SPECIES, dy, from + x * filters + k);
      FloatVector g1 = FloatVector.fromArray(SPECIES, dy, from + (x + 1) * filters + k);
      int line = at + x;
      w00 = FloatVector.broadcast(SPECIES, image[line]).fma(g0, w00);
      FloatVector pixel = FloatVector.broadcast(SPECIES, image[line + 1]);
      w01 = pixel.fma(g0, w01);
      w00 = pixel.fma(g1, w00);
      pixel = FloatVector.broadcast(SPECIES, image[line + 2]);
      w02 = pixel.fma(g0, w02);
      w01 = pixel.fma(g1, w01);
      w02 = FloatVector.broadcast(SPECIES, image[line + 3]).fma(g1, w02);
      line += stride;
      w10 = FloatVector.broadcast(SPECIES, image[line]).fma(g0, w10);
      pixel = FloatVector.broadcast(SPECIES, image[line + 1]);
      w11 = pixel.fma(g0, w11);
      w10 = pixel.fma(g1, w10);
      pixel = FloatVector.broadcast(SPECIES, image[line + 2]);
      w12 = pixel.fma(g0, w12);
      w11 = pixel.fma(g1, w11);
      w12 = FloatVector.broadcast(SPECIES, image[line + 3]).fma(g1, w12);
      line += stride;
      w20 = FloatVector.broadcast(SPECIES, image[line]).fma(g0, w20);
      pixel = FloatVector.broadcast(SPECIES, image[line + 1]);
      w21 = pixel.fma(g0, w21);
      w20 = pixel.fma(g1, w20);
      pixel = FloatVector.broadcast(SPECIES, image[line + 2]);
      w22 = pixel.fma(g0, w22);
      w21 = pixel.fma(g1, w21);
      w22 = FloatVector.broadcast(SPECIES, image[line + 3]).fma(g1, w22);
    }
    w00.intoArray(dw, k);
    w01.intoArray(dw, k + filters);
    w02.intoArray(dw, k + 2 * filters);
    w10.intoArray(dw, k + 3 * filters);
    w11.intoArray(dw, k + 4 * filters);
    w12.intoArray(dw, k + 5 * filters);
    w20.intoArray(dw, k + 6 * filters);
    w21.intoArray(dw, k + 7 * filters);
    w22.intoArray(dw, k + 8 * filters);
    return x;
  }
}
