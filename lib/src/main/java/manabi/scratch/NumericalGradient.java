package manabi.scratch;

import java.util.function.DoubleSupplier;

/**
 * A gradient from differences of the loss, to check one that was derived.
 *
 * <p>Four points about each parameter: {@code (f(x-2h) - 8 f(x-h) + 8 f(x+h) - f(x+2h)) / 12h},
 * whose error is about {@code h^4}, where the lectures' two points leave {@code h^2}. Slides:
 * "勾配チェック".
 */
public final class NumericalGradient {

  /** Balances the formula's error with rounding, about 1e-16 / h. */
  private static final double H = 1e-3;

  private NumericalGradient() {}

  /**
   * Returns the derivative of the loss by each entry, in the parameter's shape.
   *
   * @param loss computes the loss from the parameter as it is then
   * @param parameter moved while this runs, and put back
   */
  public static double[][] of(DoubleSupplier loss, double[][] parameter) {
    double[][] gradient = Matrix.copy(parameter);
    for (int i = 0; i < parameter.length; i++) {
      for (int j = 0; j < parameter[i].length; j++) {
        gradient[i][j] = slope(loss, parameter[i], j);
      }
    }
    return gradient;
  }

  private static double slope(DoubleSupplier loss, double[] row, int j) {
    double value = row[j];
    double difference = 0;
    double[] weights = {1, -8, 0, 8, -1};
    for (int k = 0; k < weights.length; k++) {
      row[j] = value + (k - 2) * H;
      difference += weights[k] * loss.getAsDouble();
    }
    row[j] = value;
    return difference / (12 * H);
  }
}
