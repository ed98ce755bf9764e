package manabi.scratch;

import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * Compares a gradient that was derived with central differences, {@code h = 1e-5}.
 *
 * <p>The relative error is {@code |analytic - numeric| / (|analytic| + |numeric|)} with Euclidean
 * norms: 1 if one of them is 0 or has the wrong sign, below 1e-6 if the formula is right and
 * smooth. Slides: "勾配チェック".
 */
public final class GradientCheck {

  /** Balances the difference's error, about h^2, with rounding, about 1e-16 / h. */
  private static final double H = 1e-5;

  private GradientCheck() {}

  /**
   * Returns the relative error over all entries.
   *
   * @param loss computes the loss from the parameter as it is then
   * @param parameter moved while this runs, and put back
   * @param analytic the derived gradient, in the parameter's shape
   * @throws IllegalArgumentException if its shape is another
   */
  public static double relativeError(
      DoubleSupplier loss, double[][] parameter, double[][] analytic) {
    Matrix.requireShape("analytic", analytic, parameter.length, parameter[0].length);
    Errors errors = new Errors();
    for (int i = 0; i < parameter.length; i++) {
      for (int j = 0; j < parameter[i].length; j++) {
        errors.add(analytic[i][j], CentralDifference.slope(loss, parameter[i], j, H));
      }
    }
    return errors.relative();
  }

  /**
   * Returns the relative error over some entries, for a parameter too large to try all.
   *
   * @param entries how many, drawn at random
   * @param seed of the draw
   */
  public static double relativeError(
      DoubleSupplier loss, double[][] parameter, double[][] analytic, int entries, long seed) {
    Matrix.requireShape("analytic", analytic, parameter.length, parameter[0].length);
    Random random = new Random(seed);
    Errors errors = new Errors();
    for (int n = 0; n < entries; n++) {
      int i = random.nextInt(parameter.length);
      int j = random.nextInt(parameter[i].length);
      errors.add(analytic[i][j], CentralDifference.slope(loss, parameter[i], j, H));
    }
    return errors.relative();
  }

  /** Returns the relative error of two gradients of one shape. */
  public static double relativeError(double[] analytic, double[] numeric) {
    Errors errors = new Errors();
    for (int i = 0; i < analytic.length; i++) {
      errors.add(analytic[i], numeric[i]);
    }
    return errors.relative();
  }

  private static final class Errors {
    private double difference;
    private double analyticSquares;
    private double numericSquares;

    void add(double analytic, double numeric) {
      difference += Math.pow(analytic - numeric, 2);
      analyticSquares += Math.pow(analytic, 2);
      numericSquares += Math.pow(numeric, 2);
    }

    double relative() {
      double size = Math.sqrt(analyticSquares) + Math.sqrt(numericSquares);
      return difference == 0 ? 0 : Math.sqrt(difference) / size;
    }
  }
}
