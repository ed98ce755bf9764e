package manabi.scratch;

/**
 * The functions that the lectures' programs take from their module {@code functions}: activations
 * with their derivatives, and the loss of one output.
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

  /** Returns {@code x}: the activation of an output that may be any number. */
  public static double identity(double x) {
    return x;
  }

  /**
   * Returns {@code max(epsilon x, x)}: a ReLU that never quite dies.
   *
   * <p>Source: Maas, Hannun, Ng (2013), Rectifier Nonlinearities Improve Neural Network Acoustic
   * Models.
   *
   * @param epsilon slope below 0, in [0, 1]; usually 0.01
   */
  public static double leakyRelu(double x, double epsilon) {
    return Math.max(epsilon * x, x);
  }

  /** Returns the slope of {@link #leakyRelu}: 1 for positive {@code x}, else epsilon. */
  public static double dLeakyRelu(double x, double epsilon) {
    return x > 0 ? 1 : epsilon;
  }

  /**
   * Returns {@code x} if positive, else {@code alpha (e^x - 1)}: bends towards -alpha.
   *
   * <p>Source: Clevert, Unterthiner, Hochreiter (2016), Fast and Accurate Deep Network Learning by
   * Exponential Linear Units, ICLR. (The cheat sheet's {@code max(alpha (e^x - 1), x)} is another
   * function: its exponential wins for large x.)
   *
   * @param alpha usually 1, the only value with the same slope on both sides of 0
   */
  public static double elu(double x, double alpha) {
    return x > 0 ? x : alpha * Math.expm1(x);
  }

  /** Returns the slope of {@link #elu}: 1 for positive {@code x}, else {@code alpha e^x}. */
  public static double dElu(double x, double alpha) {
    return x > 0 ? 1 : alpha * Math.exp(x);
  }

  /**
   * Returns probabilities: {@code y_k = e^(a_k) / sum over i of e^(a_i)}, computed without
   * overflow.
   *
   * @param a scores, {@code [n]}
   * @return {@code [n]}, in [0, 1], with sum 1
   */
  public static double[] softmax(double... a) {
    return SoftmaxWithLoss.softmax(a);
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
