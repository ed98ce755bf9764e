package manabi.tensor.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Kernels on vector registers. */
final class VectorKernels implements Kernels {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  @Override
  public String describe() {
    return LANES + "-lane vectors";
  }

  @Override
  public void multiplyAddGathered(
      int m,
      int n,
      int k,
      float[] a,
      int aOffset,
      int[] rows,
      int[] columns,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int cOffset,
      int cStride) {
    new VectorProduct(m, k, a, aOffset, rows, columns, b, bStride, c, cStride)
        .run(n, bOffset, cOffset);
  }

  @Override
  public void addScaled(
      int from,
      int to,
      int[] offsets,
      float[] factors,
      int lines,
      int length,
      float[] x,
      int xOffset,
      int xStride,
      float[] y,
      int yOffset,
      int yStride) {
    int line = 0;
    for (; line + 3 <= lines; line += 3) {
      int x0 = xOffset + line * xStride;
      int y0 = yOffset + line * yStride;
      int j = 0;
      for (; j + 3 * LANES <= length; j += 3 * LANES) {
        VectorRows.tile3x3(from, to, offsets, factors, x, x0 + j, xStride, y, y0 + j, yStride);
      }
      for (int i = 0; i < 3; i++) {
        addScaledLine(
            from, to, offsets, factors, j, length, x, x0 + i * xStride, y, y0 + i * yStride);
      }
    }
    for (; line < lines; line++) {
      addScaledLine(
          from,
          to,
          offsets,
          factors,
          0,
          length,
          x,
          xOffset + line * xStride,
          y,
          yOffset + line * yStride);
    }
  }

  private static void addScaledLine(
      int from,
      int to,
      int[] offsets,
      float[] factors,
      int start,
      int length,
      float[] x,
      int x0,
      float[] y,
      int y0) {
    int j = start;
    for (; j + LANES <= length; j += LANES) {
      VectorRows.tile1x1(from, to, offsets, factors, x, x0 + j, y, y0 + j);
    }
    if (j < length) {
      LoopRows.addScaledLine(from, to, offsets, factors, length - j, x, x0 + j, y, y0 + j);
    }
  }

  @Override
  public void convolveGrey(
      int width,
      int filters,
      float[] image,
      int at,
      int stride,
      float[] w,
      float[] b,
      float[] y,
      int to) {
    int k = 0;
    for (; k + LANES <= filters && width >= 2; k += LANES) {
      VectorGrey.convolve(width, filters, k, image, at, stride, w, b, y, to);
    }
    if (k < filters) {
      LoopGrey.convolve(width, filters, k, filters, image, at, stride, w, b, y, to);
    }
  }

  @Override
  public void addGreyGradients(
      int width, int filters, float[] image, int at, int stride, float[] dy, int from, float[] dw) {
    int k = 0;
    for (; k + LANES <= filters; k += LANES) {
      int done = VectorGrey.addGradients(width, filters, k, image, at, stride, dy, from, dw);
      LoopGrey.addGradients(done, width, filters, k, k + LANES, image, at, stride, dy, from, dw);
    }
    if (k < filters) {
      LoopGrey.addGradients(0, width, filters, k, filters, image, at, stride, dy, from, dw);
    }
  }

  @Override
  public void maxPool(
      int size,
      int lines,
      int windows,
      int channels,
      float least,
      float[] x,
      float[] y,
      int to,
      float[] at) {
    int done = size == 2 ? VectorPooling.maxPool(lines, windows, channels, least, x, y, to, at) : 0;
    if (done < channels) {
      LoopPooling.maxPool(size, lines, windows, channels, done, least, x, y, to, at);
    }
  }

  @Override
  public void unpool(
      int size,
      int lines,
      int windows,
      int channels,
      float[] dy,
      float[] at,
      int from,
      float[] dx) {
    int done = size == 2 ? VectorPooling.unpool(lines, windows, channels, dy, at, from, dx) : 0;
    if (done < channels) {
      LoopPooling.unpool(size, lines, windows, channels, done, dy, at, from, dx);
    }
  }

  @Override
  public void addUnpooled(
      int windows, int channels, float[] dy, float[] at, int from, float[] sums) {
    int done = VectorPooling.addUnpooled(windows, channels, dy, at, from, sums);
    if (done < channels) {
      LoopPooling.addUnpooled(windows, channels, done, dy, at, from, sums);
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

  /** With a branch for each number it took 5 ns where signs are random; like this, less than 1. */
  @Override
  public void gate(float[] gradient, float[] x, int from, int to) {
    FloatVector zero = FloatVector.zero(SPECIES);
    int whole = from + SPECIES.loopBound(to - from);
    for (int i = from; i < whole; i += LANES) {
      VectorMask<Float> open =
          FloatVector.fromArray(SPECIES, x, i).compare(VectorOperators.GT, zero);
      zero.blend(FloatVector.fromArray(SPECIES, gradient, i), open).intoArray(gradient, i);
    }
    for (int i = whole; i < to; i++) {
      gradient[i] = x[i] > 0 ? gradient[i] : 0;
    }
  }
}
