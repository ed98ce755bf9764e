package manabi.tensor.compute;

import java.util.Arrays;

/** Softmax of many short rows, there and back; on vector registers where there are some. */
public class SoftmaxKernels {

  private static final SoftmaxKernels BEST =
      KernelChoice.of(SoftmaxKernels.class, "VectorSoftmax", SoftmaxKernels::new);

  SoftmaxKernels() {}

  /** Returns the fastest that this JVM can run. */
  public static SoftmaxKernels best() {
    return BEST;
  }

  /**
   * Replaces each row of scores by probabilities. A score of minus infinity gives 0, and a row that
   * has no other gives zeros. NaN makes its row NaN.
   *
   * @param offset where the first of {@code rows} rows of {@code width} numbers begins
   */
  public void normalize(float[] scores, int offset, int rows, int width) {
    for (int row = offset; row < offset + rows * width; row += width) {
      float max = Float.NEGATIVE_INFINITY;
      for (int i = row; i < row + width; i++) {
        max = Math.max(max, scores[i]);
      }
      if (max == Float.NEGATIVE_INFINITY) {
        Arrays.fill(scores, row, row + width, 0);
        continue;
      }
      float sum = 0;
      for (int i = row; i < row + width; i++) {
        scores[i] = (float) Math.exp(scores[i] - max);
        sum += scores[i];
      }
      float factor = 1 / sum;
      for (int i = row; i < row + width; i++) {
        scores[i] *= factor;
      }
    }
  }

  /**
   * Replaces derivatives {@code dp} by the probabilities by those by the scores, {@code p (dp - sum
   * of dp p)}, times a factor.
   *
   * @param p probabilities, from {@code offset} on
   * @param dp from 0 on, changed
   */
  public void backward(float[] p, int offset, float[] dp, int rows, int width, float factor) {
    for (int row = 0; row < rows * width; row += width) {
      float mean = 0;
      for (int i = row; i < row + width; i++) {
        mean += dp[i] * p[offset + i];
      }
      for (int i = row; i < row + width; i++) {
        dp[i] = factor * p[offset + i] * (dp[i] - mean);
      }
    }
  }
}
