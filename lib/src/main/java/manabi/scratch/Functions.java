package manabi.scratch;

/**
 * The functions of one number that the lectures' programs take from their module {@code functions}.
 *
 * <p>Slides: "活性化関数", "実装:RNN".
 */
public final class Functions {

  private Functions() {}

  /** Returns {@code 1 / (1 + e^-x)}, in [0, 1]. */
  public static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /**
   * Returns the sigmoid's slope at {@code x}, {@code (1 - sigmoid(x)) sigmoid(x)}, in [0, 0.25].
   *
   * <p>The argument is what goes into the sigmoid, not what came out of it.
   */
  public static double dSigmoid(double x) {
    return (1 - sigmoid(x)) * sigmoid(x);
  }

  /**
   * Returns {@code x} if positive, else 0.
   *
   * <p>Source: Glorot, Bordes, Bengio (2011), Deep Sparse Rectifier Neural Networks, AISTATS.
   */
  public static double relu(double x) {
    return Math.max(0, x);
  }

  /** Returns the slope of {@link #relu}: 1 for positive {@code x}, else 0, also at 0. */
  public static double dRelu(double x) {
    return x > 0 ? 1 : 0;
  }

  /** Returns {@code (e^x - e^-x) / (e^x + e^-x)}, in [-1, 1]. */
  public static double tanh(double x) {
    return Math.tanh(x);
  }

  /** Returns the slope of {@link #tanh}, {@code 1 / cosh(x)^2}, in [0, 1]. */
  public static double dTanh(double x) {
    return 1 / (Math.cosh(x) * Math.cosh(x));
  }

  /** Returns 1 for positive {@code x}, else 0: the activation of the perceptron. */
  public static double step(double x) {
    return x > 0 ? 1 : 0;
  }

  /** Returns the loss of one output {@code y} whose label is {@code d}: {@code (d - y)^2 / 2}. */
  public static double meanSquaredError(double d, double y) {
    return (d - y) * (d - y) / 2;
  }

  /** Returns the derivative of {@link #meanSquaredError} by {@code y}: {@code y - d}. */
  public static double dMeanSquaredError(double d, double y) {
    return y - d;
  }
}
