package manabi.scratch;

/**
 * A convolution of one image: {@code y[p][q][k] = b[k] + sum of w[i][j][c][k] x[S p + i][S q +
 * j][c]}, no padding, no activation.
 *
 * <p>Slides: "畳み込み", "フィルタの次元". Source of im2col: 斎藤 康毅, ゼロから作るDeep Learning (2016), 7.4.
 */
public final class ConvolutionLayer {

  private final double[][][][] w; // [F, F, C, K]
  private final double[] b; // [K]
  private final int stride;
  private double[][][][] dw = {};
  private double[] db = {};
  private double[][][] x = {}; // [H, W, C], of the last forward

  /**
   * Makes a layer that uses these arrays themselves, not copies.
   *
   * @param w filters, {@code [F, F, C, K]}: height, width, channels, number of the filter
   * @param b biases, {@code [K]}
   * @param stride by how many pixels the filter moves, 1 or more
   */
  public ConvolutionLayer(double[][][][] w, double[] b, int stride) {
    this.w = w;
    this.b = b;
    this.stride = stride;
  }

  /**
   * Returns the feature maps {@code [H', W', K]} with {@code H' = (H - F) / S + 1}, and keeps
   * {@code x} for {@link #backward}.
   *
   * @param x an image, {@code [H, W, C]}
   * @throws IllegalArgumentException if the filter does not fit into it
   */
  public double[][][] forward(double[][][] x) {
    this.x = x;
    double[][][] y = new double[places(x.length)][places(x[0].length)][];
    for (int p = 0; p < y.length; p++) {
      for (int q = 0; q < y[p].length; q++) {
        y[p][q] = b.clone();
        for (int i = 0; i < w.length; i++) {
          for (int j = 0; j < w.length; j++) {
            double[] pixel = x[stride * p + i][stride * q + j];
            y[p][q] = Matrix.plus(y[p][q], Matrix.times(pixel, w[i][j]));
          }
        }
      }
    }
    return y;
  }

  /**
   * Returns the derivative of the loss by the last image, {@code [H, W, C]}, and computes those by
   * filters and biases. Each output hands its derivative to all that it was made of.
   *
   * @param dy derivative of the loss by the feature maps, {@code [H', W', K]}
   */
  public double[][][] backward(double[][][] dy) {
    double[][][] dx = new double[x.length][x[0].length][x[0][0].length];
    dw = new double[w.length][w.length][w[0][0].length][b.length];
    db = new double[b.length];
    for (int p = 0; p < dy.length; p++) {
      for (int q = 0; q < dy[p].length; q++) {
        db = Matrix.plus(db, dy[p][q]);
        for (int i = 0; i < w.length; i++) {
          for (int j = 0; j < w.length; j++) {
            int row = stride * p + i;
            int column = stride * q + j;
            Matrix.addOuterProduct(dw[i][j], x[row][column], dy[p][q]);
            double[] share = Matrix.timesTransposed(dy[p][q], w[i][j]);
            dx[row][column] = Matrix.plus(dx[row][column], share);
          }
        }
      }
    }
    return dx;
  }

  /** Returns the derivative by the filters, {@code [F, F, C, K]}, of the last backward. */
  public double[][][][] dw() {
    return dw;
  }

  /** Returns the derivative by the biases, {@code [K]}, of the last backward. */
  public double[] db() {
    return db;
  }

  /**
   * Returns what {@link #forward} does by one matrix product, {@code im2col(x) W + b}: the form
   * that computers are fast at. Row n of the product is the place {@code (n / W', n % W')}.
   *
   * @return {@code [H' W', K]}
   */
  public double[][] matrixProduct(double[][][] x) {
    double[][] columns = im2col(x, w.length, stride);
    double[][] filters = new double[columns[0].length][]; // [F F C, K]
    int channels = w[0][0].length;
    for (int row = 0; row < filters.length; row++) {
      filters[row] = w[row / channels / w.length][row / channels % w.length][row % channels];
    }
    double[][] y = new double[columns.length][];
    for (int n = 0; n < y.length; n++) {
      y[n] = Matrix.plus(Matrix.times(columns[n], filters), b);
    }
    return y;
  }

  /**
   * Returns the patches that a filter sees as rows of a matrix, {@code [H' W', F F C]}, with the
   * numbers of a patch in the order of its rows, pixels and channels.
   *
   * @param x an image, {@code [H, W, C]}
   * @param f height and width of the filter
   * @throws IllegalArgumentException if the filter does not fit into the image
   */
  public static double[][] im2col(double[][][] x, int f, int stride) {
    int width = ZeroPadding.valid().outputSize(x[0].length, f, stride);
    int height = ZeroPadding.valid().outputSize(x.length, f, stride);
    int channels = x[0][0].length;
    double[][] columns = new double[height * width][f * f * channels];
    for (int n = 0; n < columns.length; n++) {
      for (int i = 0; i < f; i++) {
        for (int j = 0; j < f; j++) {
          double[] pixel = x[n / width * stride + i][n % width * stride + j];
          System.arraycopy(pixel, 0, columns[n], (i * f + j) * channels, channels);
        }
      }
    }
    return columns;
  }

  private int places(int i) {
    return ZeroPadding.valid().outputSize(i, w.length, stride);
  }
}
