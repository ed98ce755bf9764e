package manabi.tensor.op;

import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Buffers;
import manabi.tensor.compute.Parallel;

/**
 * Normalises each vector along the last axis of x {@code […, D]} by its own mean and variance, then
 * scales by gamma and shifts by beta, both {@code [D]}:
 *
 * <pre>{@code
 * n = (x - mean) / sqrt(variance + epsilon)      y = gamma n + beta
 * g = gamma dy      dx = (g - mean(g) - n mean(g n)) / sqrt(variance + epsilon)
 * }</pre>
 *
 * <p>A sample does not depend on the others of its batch. Slides: "Layer Normalization". Source:
 * Ba, Kiros and Hinton (2016), Layer Normalization.
 */
public final class LayerNormalization extends Operation {

  private final double epsilon;
  private Tensor x;
  private Tensor gamma;
  private float[] means;
  private float[] scales;

  /**
   * Makes the operation.
   *
   * @param epsilon added to the variance, above 0
   */
  public LayerNormalization(double epsilon) {
    this.epsilon = epsilon;
  }

  @Override
  protected Tensor forward(Tensor... inputs) {
    x = inputs[0];
    gamma = inputs[1];
    int d = gamma.size();
    Shapes.check(
        "gamma", "[D] with D = %d, x's last extent".formatted(x.dim(-1)), gamma, x.dim(-1));
    Shapes.check("beta", "[D] with D = " + d, inputs[2], d);
    int rows = x.size() / d;
    means = Buffers.take(rows);
    scales = Buffers.take(rows);
    Tensor y = tensor(x.shape());
    float[] beta = inputs[2].data();
    Parallel.run(
        rows,
        (part, from, to) -> {
          for (int row = from; row < to; row++) {
            takeStatistics(row, d);
            normalize(y.data(), beta, row, d);
          }
        });
    return y;
  }

  private void takeStatistics(int row, int d) {
    float[] values = x.data();
    double sum = 0;
    for (int i = row * d; i < (row + 1) * d; i++) {
      sum += values[i];
    }
    double mean = sum / d;
    double squares = 0;
    for (int i = row * d; i < (row + 1) * d; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    means[row] = (float) mean;
    scales[row] = (float) (1 / Math.sqrt(squares / d + epsilon));
  }

  private void normalize(float[] y, float[] beta, int row, int d) {
    float[] values = x.data();
    float[] factors = gamma.data();
    float mean = means[row];
    float scale = scales[row];
    int at = row * d;
    for (int j = 0; j < d; j++) {
      y[at + j] = (values[at + j] - mean) * scale * factors[j] + beta[j];
    }
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    int d = gamma.size();
    float[] dy = gradient.data();
    Tensor dx = tensor(x.shape());
    double[] sums =
        Columns.sum(
            means.length,
            2 * d,
            (sum, from, to) -> {
              for (int row = from; row < to; row++) {
                addGradients(dy, sum, row, d);
                inputGradient(dx.data(), dy, row, d);
              }
            });
    return new Tensor[] {
      dx, Tensor.of(Columns.part(sums, d, d), d), Tensor.of(Columns.part(sums, 0, d), d)
    };
  }

  /** Adds dy, then dy n, of a row. */
  private void addGradients(float[] dy, double[] sum, int row, int d) {
    float[] values = x.data();
    float mean = means[row];
    float scale = scales[row];
    int at = row * d;
    for (int j = 0; j < d; j++) {
      sum[j] += dy[at + j];
      sum[d + j] += dy[at + j] * ((values[at + j] - mean) * scale);
    }
  }

  private void inputGradient(float[] dx, float[] dy, int row, int d) {
    float[] values = x.data();
    float[] factors = gamma.data();
    float mean = means[row];
    float scale = scales[row];
    int at = row * d;
    double sumG = 0;
    double sumGN = 0;
    for (int j = 0; j < d; j++) {
      float g = factors[j] * dy[at + j];
      sumG += g;
      sumGN += g * ((values[at + j] - mean) * scale);
    }
    float meanG = (float) (sumG / d);
    float meanGN = (float) (sumGN / d);
    for (int j = 0; j < d; j++) {
      float n = (values[at + j] - mean) * scale;
      dx[at + j] = scale * (factors[j] * dy[at + j] - meanG - n * meanGN);
    }
  }
}
