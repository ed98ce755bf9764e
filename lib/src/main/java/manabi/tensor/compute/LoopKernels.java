package manabi.tensor.compute;

/** Kernels in plain Java: slower, on every JVM, and the reference for the others. */
class LoopKernels implements Kernels {

  @Override
  public String describe() {
    return "plain loops";
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
    for (int i = 0; i < m; i++) {
      int row = cOffset + i * cStride;
      for (int p = 0; p < k; p++) {
        float factor = a[aOffset + rows[i] + columns[p]];
        int other = bOffset + p * bStride;
        for (int j = 0; j < n; j++) {
          c[row + j] += factor * b[other + j];
        }
      }
    }
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
    for (int line = 0; line < lines; line++) {
      LoopRows.addScaledLine(
          from,
          to,
          offsets,
          factors,
          length,
          x,
          xOffset + line * xStride,
          y,
          yOffset + line * yStride);
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
    LoopGrey.convolve(width, filters, 0, filters, image, at, stride, w, b, y, to);
  }

  @Override
  public void addGreyGradients(
      int width, int filters, float[] image, int at, int stride, float[] dy, int from, float[] dw) {
    LoopGrey.addGradients(0, width, filters, 0, filters, image, at, stride, dy, from, dw);
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
    LoopPooling.maxPool(size, lines, windows, channels, 0, least, x, y, to, at);
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
    LoopPooling.unpool(size, lines, windows, channels, 0, dy, at, from, dx);
  }

  @Override
  public void addUnpooled(
      int windows, int channels, float[] dy, float[] at, int from, float[] sums) {
    LoopPooling.addUnpooled(windows, channels, 0, dy, at, from, sums);
  }

  @Override
  public void tanh(float[] values, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      values[i] = (float) Math.tanh(values[i]);
    }
  }

  @Override
  public void sigmoid(float[] values, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      values[i] = (float) (1 / (1 + Math.exp(-values[i])));
    }
  }

  @Override
  public void exp(float[] values, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      values[i] = (float) Math.exp(values[i]);
    }
  }

  @Override
  public void gate(float[] gradient, float[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      gradient[i] = x[i] > 0 ? gradient[i] : 0;
    }
  }
}
