package manabi.tensor.compute;

/** Kernels in plain Java: slower, on every JVM, and the reference for the others. */
final class LoopKernels implements Kernels {

  @Override
  public String describe() {
    return "plain loops";
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
    for (int i = 0; i < m; i++) {
      int row = cOffset + i * cStride;
      for (int p = 0; p < k; p++) {
        float factor = a[aOffset + i * aRowStride + p * aColumnStride];
        int other = bOffset + p * bStride;
        for (int j = 0; j < n; j++) {
          c[row + j] += factor * b[other + j];
        }
      }
    }
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
}
