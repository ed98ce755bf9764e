package manabi.scratch;

/**
 * Convolution along one, two and three axes: the filter stands at every place where it fits, and
 * the output there is its inner product with what lies below it. As everywhere in deep learning the
 * filter is not mirrored (cross-correlation). Stride 1, one channel, no bias; {@link
 * ConvolutionLayer} has all three. Slides: "畳み込み", "1次元や3次元".
 */
public final class Convolution {

  private Convolution() {}

  /** Returns the convolution of a series {@code [I]} with a filter {@code [F]}. */
  public static double[] of(double[] x, double[] w) {
    double[] y = new double[places(x.length, w.length)];
    for (int p = 0; p < y.length; p++) {
      for (int i = 0; i < w.length; i++) {
        y[p] += w[i] * x[p + i];
      }
    }
    return y;
  }

  /** Returns the convolution of an image {@code [H, W]}: one more axis, one more loop. */
  public static double[][] of(double[][] x, double[][] w) {
    double[][] y = new double[places(x.length, w.length)][places(x[0].length, w[0].length)];
    for (int p = 0; p < y.length; p++) {
      for (int i = 0; i < w.length; i++) {
        y[p] = Matrix.plus(y[p], of(x[p + i], w[i]));
      }
    }
    return y;
  }

  /** Returns the convolution of a volume {@code [D, H, W]}, as of a film or a scan. */
  public static double[][][] of(double[][][] x, double[][][] w) {
    double[][][] y = new double[places(x.length, w.length)][][];
    for (int p = 0; p < y.length; p++) {
      y[p] = of(x[p], w[0]);
      for (int i = 1; i < w.length; i++) {
        Matrix.add(y[p], of(x[p + i], w[i]));
      }
    }
    return y;
  }

  private static int places(int i, int f) {
    return ZeroPadding.valid().outputSize(i, f, 1);
  }
}
