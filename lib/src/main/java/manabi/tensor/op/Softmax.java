package manabi.tensor.op;

import manabi.tensor.Operation;
import manabi.tensor.Tensor;

/**
 * {@code y_k = exp(a_k) / sum_i exp(a_i)} along the last axis: entries in [0, 1] that sum to 1. The
 * row's maximum is subtracted first, so that nothing overflows. Slides: "出力層での処理".
 */
public final class Softmax extends Operation {

  private Tensor y;

  @Override
  protected Tensor forward(Tensor... inputs) {
    y = copy(inputs[0]);
    int width = y.dim(-1);
    for (int row = 0; row < y.size(); row += width) {
      normalize(y.data(), row, width);
    }
    return y;
  }

  /** Replaces a row of scores by probabilities and returns {@code ln sum exp} of the scores. */
  static double normalize(float[] values, int offset, int width) {
    float max = values[offset];
    for (int i = offset + 1; i < offset + width; i++) {
      max = Math.max(max, values[i]); // NaN wins
    }
    double sum = 0;
    for (int i = offset; i < offset + width; i++) {
      double e = Math.exp((double) values[i] - max);
      values[i] = (float) e;
      sum += e;
    }
    float scale = (float) (1 / sum);
    for (int i = offset; i < offset + width; i++) {
      values[i] *= scale;
    }
    return max + Math.log(sum);
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    Tensor result = copy(gradient);
    float[] dx = result.data();
    float[] p = y.data();
    int width = y.dim(-1);
    for (int row = 0; row < dx.length; row += width) {
      double mean = 0; // of the incoming gradient, weighted by the probabilities
      for (int i = row; i < row + width; i++) {
        mean += dx[i] * p[i];
      }
      for (int i = row; i < row + width; i++) {
        dx[i] = (float) (p[i] * (dx[i] - mean));
      }
    }
    return new Tensor[] {result};
  }
}
