package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Parallel;

/**
 * Normalises each channel, the last axis of x {@code […, C]}, by its mean and variance over all
 * other axes, then scales by gamma and shifts by beta, both {@code [C]}:
 *
 * <pre>{@code
 * n = (x - mean) / sqrt(variance + epsilon)      y = gamma n + beta
 * dx = gamma / sqrt(variance + epsilon) (dy - mean(dy) - n mean(dy n))
 * }</pre>
 *
 * <p>With given statistics, as a trained network uses them, they are constants and the two means
 * fall away. Slides: "BatchNorm". Source: Ioffe and Szegedy (2015), Batch Normalization.
 */
public final class BatchNormalization extends Operation {

  private final double epsilon;
  private final boolean given;
  private float[] mean;
  private float[] variance;
  private float[] scale;
  private Tensor x;
  private Tensor gamma;

  /**
   * Makes an operation that takes mean and variance from its input.
   *
   * @param epsilon added to the variance, above 0
   */
  public BatchNormalization(double epsilon) {
    this.epsilon = epsilon;
    given = false;
  }

  /**
   * Makes an operation for given statistics.
   *
   * @param epsilon added to the variance, above 0
   * @param mean {@code [C]}
   * @param variance {@code [C]}
   */
  public BatchNormalization(double epsilon, Tensor mean, Tensor variance) {
    this.epsilon = epsilon;
    given = true;
    this.mean = mean.toArray();
    this.variance = variance.toArray();
  }

  /** Returns the mean of each channel, {@code [C]}; once applied. */
  public Tensor mean() {
    return Tensor.of(mean, mean.length);
  }

  /** Returns the variance of each channel, {@code [C]}, the mean squared distance; once applied. */
  public Tensor variance() {
    return Tensor.of(variance, variance.length);
  }

  @Override
  protected Tensor forward(Tensor... inputs) {
    x = inputs[0];
    gamma = inputs[1];
    float[] beta = inputs[2].data();
    int channels = gamma.size();
    if (x.rank() == 0 || x.dim(-1) != channels || (x.size() == 0 && !given)) {
      throw new IllegalArgumentException(
          "x must be [..., %d] with samples, was %s"
              .formatted(channels, Arrays.toString(x.shape())));
    }
    Shapes.check("beta", "[%d]".formatted(channels), inputs[2], channels);
    if (!given) {
      takeStatistics(x.size() / channels, channels);
    }
    scale = new float[channels];
    for (int j = 0; j < channels; j++) {
      scale[j] = (float) (1 / Math.sqrt(variance[j] + epsilon));
    }
    Tensor y = tensor(x.shape());
    Parallel.run(rows(), (part, from, to) -> normalize(y.data(), beta, from, to));
    return y;
  }

  private int rows() {
    return x.size() / gamma.size();
  }

  private void takeStatistics(int rows, int channels) {
    float[] values = x.data();
    double[] sums = Columns.sum(rows, channels, (sum, from, to) -> addRows(values, sum, from, to));
    for (int j = 0; j < channels; j++) {
      sums[j] /= rows;
    }
    mean = Columns.part(sums, 0, channels);
    double[] squares =
        Columns.sum(rows, channels, (sum, from, to) -> addSquares(values, sums, sum, from, to));
    for (int j = 0; j < channels; j++) {
      squares[j] /= rows;
    }
    variance = Columns.part(squares, 0, channels);
  }

  private static void addRows(float[] values, double[] sum, int from, int to) {
    for (int row = from * sum.length; row < to * sum.length; row += sum.length) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] += values[row + j];
      }
    }
  }

  private static void addSquares(float[] values, double[] means, double[] sum, int from, int to) {
    for (int row = from * sum.length; row < to * sum.length; row += sum.length) {
      for (int j = 0; j < sum.length; j++) {
        double distance = values[row + j] - means[j];
        sum[j] += distance * distance;
      }
    }
  }

  private void normalize(float[] y, float[] beta, int from, int to) {
    int channels = mean.length;
    float[] values = x.data();
    float[] factors = gamma.data();
    for (int row = from * channels; row < to * channels; row += channels) {
      for (int j = 0; j < channels; j++) {
        y[row + j] = (values[row + j] - mean[j]) * scale[j] * factors[j] + beta[j];
      }
    }
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    int channels = mean.length;
    float[] dy = gradient.data();
    double[] sums =
        Columns.sum(rows(), 2 * channels, (sum, from, to) -> addGradients(dy, sum, from, to));
    Tensor dx = tensor(wanted[0] ? x.shape() : new int[] {0});
    if (wanted[0]) {
      Parallel.run(rows(), (part, from, to) -> inputGradient(dx.data(), dy, sums, from, to));
    }
    return new Tensor[] {
      dx,
      Tensor.of(Columns.part(sums, channels, channels), channels),
      Tensor.of(Columns.part(sums, 0, channels), channels)
    };
  }

  /** Adds dy, then dy n, of each channel. */
  private void addGradients(float[] dy, double[] sum, int from, int to) {
    int channels = mean.length;
    float[] values = x.data();
    for (int row = from * channels; row < to * channels; row += channels) {
      for (int j = 0; j < channels; j++) {
        sum[j] += dy[row + j];
        sum[channels + j] += dy[row + j] * ((values[row + j] - mean[j]) * scale[j]);
      }
    }
  }

  private void inputGradient(float[] dx, float[] dy, double[] sums, int from, int to) {
    int channels = mean.length;
    double share = given ? 0 : 1.0 / rows();
    float[] values = x.data();
    float[] factors = gamma.data();
    for (int j = 0; j < channels; j++) {
      float factor = factors[j] * scale[j];
      float meanDy = (float) (share * sums[j]);
      float meanDyN = (float) (share * sums[channels + j]);
      for (int at = from * channels + j; at < to * channels; at += channels) {
        float n = (values[at] - mean[j]) * scale[j];
        dx[at] = factor * (dy[at] - meanDy - n * meanDyN);
      }
    }
  }
}
