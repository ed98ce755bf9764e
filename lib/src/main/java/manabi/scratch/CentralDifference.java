package manabi.scratch;

import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Derivatives from two values of a function: {@code df/dx = (f(x + h) - f(x - h)) / 2h}, wrong by
 * about {@code h^2} and by rounding, about {@code 1e-16 / h}.
 *
 * <p>Slides: "重みパラメータの更新", "勾配チェック". {@link NumericalGradient} takes four values and is nearer.
 */
public final class CentralDifference {

  /** The book's h. */
  public static final double H = 1e-4;

  private CentralDifference() {}

  /** Returns the slope of {@code f} at {@code x}. */
  public static double slope(DoubleUnaryOperator f, double x, double h) {
    return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
  }

  /**
   * Returns the gradient, the derivatives of {@code f} by each of its variables, with {@code h =
   * 1e-4}.
   *
   * @param f a function of as many numbers as {@code x} has
   * @param x where; not changed
   */
  public static double[] gradient(ToDoubleFunction<double[]> f, double... x) {
    double[] point = x.clone();
    double[] gradient = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      gradient[i] = slope(() -> f.applyAsDouble(point), point, i, H);
    }
    return gradient;
  }

  /** Returns the slope of a loss by {@code row[j]}, which is moved and put back. */
  static double slope(DoubleSupplier loss, double[] row, int j, double h) {
    double value = row[j];
    row[j] = value + h;
    double above = loss.getAsDouble();
    row[j] = value - h;
    double below = loss.getAsDouble();
    row[j] = value;
    return (above - below) / (2 * h);
  }
}
