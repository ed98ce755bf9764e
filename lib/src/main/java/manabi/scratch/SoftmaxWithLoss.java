package manabi.scratch;

/**
 * Softmax and cross-entropy in one layer: {@code y = softmax(score)}, {@code loss = -mean over N of
 * log y[target]}.
 *
 * <p>The logarithm is taken of the exact softmax; the book adds 1e-7 to {@code y} first, which
 * changes a loss by less than 1e-6 unless {@code y} is itself that small. Slides: "word2vec 実装".
 */
final class SoftmaxWithLoss {

  private double[][] y = new double[0][]; // [N, V]
  private double[][] target = new double[0][]; // [N, V]

  /** Returns the mean loss of one-hot targets, [N, V], and keeps what {@link #backward} needs. */
  double forward(double[][] score, double[][] target) {
    this.target = target;
    y = new double[score.length][];
    double loss = 0;
    for (int n = 0; n < score.length; n++) {
      y[n] = softmax(score[n]);
      double logSum = logSumExp(score[n]);
      for (int k = 0; k < y[n].length; k++) {
        loss -= target[n][k] * (score[n][k] - logSum);
      }
    }
    return loss / score.length;
  }

  /** Returns {@code e^score / sum of e^score}: probabilities, [V]. */
  static double[] softmax(double[] score) {
    double logSum = logSumExp(score);
    double[] probabilities = new double[score.length];
    for (int k = 0; k < score.length; k++) {
      probabilities[k] = Math.exp(score[k] - logSum);
    }
    return probabilities;
  }

  /** Returns the gradient of {@code dout * loss} by the scores: {@code dout (y - target) / N}. */
  double[][] backward(double dout) {
    double[][] dscore = new double[y.length][];
    for (int n = 0; n < y.length; n++) {
      dscore[n] = new double[y[n].length];
      for (int k = 0; k < y[n].length; k++) {
        dscore[n][k] = dout * (y[n][k] - target[n][k]) / y.length;
      }
    }
    return dscore;
  }

  /**
   * Returns {@code log(sum of e^score)}; taking the maximum out first keeps e^ from overflowing.
   */
  private static double logSumExp(double[] score) {
    double max = Double.NEGATIVE_INFINITY;
    for (double s : score) {
      max = Math.max(max, s);
    }
    double sum = 0;
    for (double s : score) {
      sum += Math.exp(s - max);
    }
    return max + Math.log(sum);
  }
}
