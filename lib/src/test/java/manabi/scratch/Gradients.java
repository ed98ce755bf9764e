package manabi.scratch;

import java.util.function.DoubleSupplier;

/** Compares a gradient with central differences of the loss. */
final class Gradients {

  /** Balances the difference's error, about h^2, with rounding, about 1e-16 / h. */
  private static final double H = 1e-5;

  private Gradients() {}

  /**
   * Returns {@code |analytic - numeric| / (|analytic| + |numeric|)} with Euclidean norms; {@code
   * parameter} is moved and put back.
   */
  static double relativeError(DoubleSupplier loss, double[][] parameter, double[][] analytic) {
    double difference = 0;
    double analyticSquares = 0;
    double numericSquares = 0;
    for (int i = 0; i < parameter.length; i++) {
      for (int j = 0; j < parameter[i].length; j++) {
        double numeric = slope(loss, parameter[i], j);
        difference += Math.pow(analytic[i][j] - numeric, 2);
        analyticSquares += Math.pow(analytic[i][j], 2);
        numericSquares += Math.pow(numeric, 2);
      }
    }
    return Math.sqrt(difference) / (Math.sqrt(analyticSquares) + Math.sqrt(numericSquares));
  }

  private static double slope(DoubleSupplier loss, double[] row, int j) {
    double value = row[j];
    row[j] = value + H;
    double above = loss.getAsDouble();
    row[j] = value - H;
    double below = loss.getAsDouble();
    row[j] = value;
    return (above - below) / (2 * H);
  }
}
