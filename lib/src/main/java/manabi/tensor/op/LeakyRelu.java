package manabi.tensor.op;

/**
 * {@code y = x} above 0, {@code slope x} below, elementwise; the derivative at 0 is the slope. A
 * unit whose input is negative still learns. Source: Maas, Hannun and Ng (2013), Rectifier
 * Nonlinearities Improve Neural Network Acoustic Models.
 */
public final class LeakyRelu extends Elementwise {

  private final float slope;

  /**
   * Makes the operation.
   *
   * @param slope in [0, 1): {@code 0.01} on the slides, {@code 0.2} in DCGAN
   */
  public LeakyRelu(double slope) {
    this.slope = (float) requireSlope(slope);
  }

  /**
   * Returns the slope.
   *
   * @throws IllegalArgumentException if it is not in [0, 1)
   */
  public static double requireSlope(double slope) {
    if (!(slope >= 0 && slope < 1)) {
      throw new IllegalArgumentException("slope must be in [0, 1), was " + slope);
    }
    return slope;
  }

  @Override
  void map(float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] = Math.max(values[i], slope * values[i]); // NaN wins
    }
  }

  @Override
  void chain(float[] gradient, float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      gradient[i] *= x[i] > 0 ? 1 : slope;
    }
  }
}
