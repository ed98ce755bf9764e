package manabi.scratch;

/**
 * How surprising the right answers are to a network that puts out probabilities.
 *
 * <p>Slides: "損失関数の例", "交差エントロピー誤差".
 */
public final class CrossEntropy {

  /** Keeps the logarithm finite where the network is sure and wrong. */
  public static final double EPSILON = 1e-7;

  private CrossEntropy() {}

  /**
   * Returns {@code E = -sum over k of t_k log(y_k + 1e-7)}.
   *
   * @param y probabilities, {@code [K]}
   * @param t label as a one-hot row, {@code [K]}
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double of(double[] y, double[] t) {
    if (y.length != t.length) {
      throw new IllegalArgumentException(
          "t must have %d entries as y, has %d".formatted(y.length, t.length));
    }
    double loss = 0;
    for (int k = 0; k < y.length; k++) {
      loss -= t[k] * Math.log(y[k] + EPSILON);
    }
    return loss;
  }

  /**
   * Returns the same from the label's number: {@code -log(y_label + 1e-7)}, Keras' "sparse" form.
   *
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public static double of(double[] y, int label) {
    return -Math.log(y[label] + EPSILON);
  }

  /**
   * Returns the loss with two classes: {@code L(z, y) = -(y log z + (1 - y) log(1 - z))}, {@code z}
   * kept 1e-7 away from 0 and 1 as in Keras.
   *
   * @param z output: how probable label 1 is, in [0, 1]
   * @param y label, 0 or 1
   */
  public static double binary(double z, double y) {
    double p = Math.min(Math.max(z, EPSILON), 1 - EPSILON);
    return -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
  }
}
