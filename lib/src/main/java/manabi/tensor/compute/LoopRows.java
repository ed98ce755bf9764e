package manabi.tensor.compute;

/** Sums of scaled rows in plain loops; arguments are those of {@link Kernels#addScaled}. */
final class LoopRows {

  private LoopRows() {}

  static void addScaledLine(
      int from,
      int to,
      int[] offsets,
      float[] factors,
      int length,
      float[] x,
      int x0,
      float[] y,
      int y0) {
    for (int t = from; t < to; t++) {
      float factor = factors[t];
      int line = x0 + offsets[t];
      for (int j = 0; j < length; j++) {
        y[y0 + j] += factor * x[line + j];
      }
    }
  }
}
