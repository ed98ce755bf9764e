package manabi.scratch;

import java.util.Arrays;

/**
 * The smallest network that has a loss: one weight matrix, softmax and cross-entropy, for one
 * input.
 *
 * <p>Slides: "勾配法の式(例)". Source of the example: 斎藤 康毅, ゼロから作るDeep Learning (2016), 4.4.2.
 *
 * @param w weights, {@code [D, K]}; not copied, so that they can be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SimpleNet(double[][] w) {

  /** Returns the scores {@code x W}, {@code [K]}, before softmax. */
  public double[] scores(double... x) {
    return Matrix.times(x, w);
  }

  /**
   * Returns the cross-entropy error of one input.
   *
   * @param x input, {@code [D]}
   * @param t one-hot label, {@code [K]}
   */
  public double loss(double[] x, double[] t) {
    return CrossEntropy.of(Functions.softmax(scores(x)), t);
  }

  /**
   * Returns the derivative of the loss by every weight, of the shape of {@code W}: entry (i, j)
   * says how much the loss rises for a small rise of that weight. By differences, {@code h = 1e-4}.
   */
  public double[][] gradient(double[] x, double[] t) {
    return Arrays.stream(w)
        .map(
            row -> {
              double[] slopes = new double[row.length];
              for (int j = 0; j < row.length; j++) {
                slopes[j] = CentralDifference.slope(() -> loss(x, t), row, j, CentralDifference.H);
              }
              return slopes;
            })
        .toArray(double[][]::new);
  }
}
