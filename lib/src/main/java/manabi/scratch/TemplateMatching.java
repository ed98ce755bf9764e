package manabi.scratch;

import java.util.function.ToDoubleBiFunction;

/**
 * How alike a pattern is to each patch of an image, by distance and by inner product: {@code |x -
 * w|² = |x|² - 2 xᵀw + |w|²}, so for patches of one length the nearest has the largest inner
 * product, which is what a convolution computes. Slides: "畳み込み演算の意味".
 *
 * <p>Images are {@code [H, W]}, patterns {@code [F, F]}, results {@code [H - F + 1, W - F + 1]}.
 */
public final class TemplateMatching {

  private TemplateMatching() {}

  /** Returns {@code xᵀw} of each patch x: a convolution, which bright patches win. */
  public static double[][] innerProducts(double[][] image, double[][] w) {
    return Convolution.of(image, w);
  }

  /** Returns {@code |x - w|²} of each patch x. */
  public static double[][] squaredDistances(double[][] image, double[][] w) {
    return map(image, w, TemplateMatching::squaredDistance);
  }

  /** Returns {@code xᵀw} of patches and pattern brought to length 1: their cosine, in [-1, 1]. */
  public static double[][] cosines(double[][] image, double[][] w) {
    return map(image, w, (x, v) -> innerProduct(unit(x), unit(v)));
  }

  /** Returns {@code |x - w|²} of patches and pattern brought to length 1, in [0, 4]. */
  public static double[][] squaredDistancesOfUnits(double[][] image, double[][] w) {
    return map(image, w, (x, v) -> squaredDistance(unit(x), unit(v)));
  }

  /** Returns {@code xᵀw}. */
  public static double innerProduct(double[] x, double[] w) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * w[i];
    }
    return sum;
  }

  /** Returns {@code |x - w|²}. */
  public static double squaredDistance(double[] x, double[] w) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - w[i]) * (x[i] - w[i]);
    }
    return sum;
  }

  /** Returns {@code x / |x|}; a patch of zeros stays as it is. */
  private static double[] unit(double[] x) {
    double length = Math.sqrt(innerProduct(x, x));
    double[] unit = x.clone();
    for (int i = 0; i < unit.length && length > 0; i++) {
      unit[i] /= length;
    }
    return unit;
  }

  private static double[][] map(
      double[][] image, double[][] w, ToDoubleBiFunction<double[], double[]> likeness) {
    double[][] patches = ConvolutionLayer.im2col(withChannel(image), w.length, 1);
    double[] pattern = ConvolutionLayer.im2col(withChannel(w), w.length, 1)[0];
    int width = image[0].length - w.length + 1;
    double[][] y = new double[patches.length / width][width];
    for (int n = 0; n < patches.length; n++) {
      y[n / width][n % width] = likeness.applyAsDouble(patches[n], pattern);
    }
    return y;
  }

  private static double[][][] withChannel(double[][] image) {
    double[][][] x = new double[image.length][image[0].length][];
    for (int i = 0; i < image.length; i++) {
      for (int j = 0; j < image[i].length; j++) {
        x[i][j] = new double[] {image[i][j]};
      }
    }
    return x;
  }
}
