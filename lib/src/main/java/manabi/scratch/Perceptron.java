package manabi.scratch;

/**
 * The unit that networks are made of: several signals in, one out, {@code y = 1 if x1 w1 + x2 w2 +
 * … + b > 0, else 0}.
 *
 * <p>Slides: "ニューラルネットワーク? (1/2)". Sources: Rosenblatt (1958), The Perceptron, Psychological Review
 * 65(6); the weights of the gates are those of 斎藤 康毅, ゼロから作るDeep Learning (2016), chapter 2.
 *
 * @param b bias: how easily the unit fires
 * @param w a weight for each signal
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Perceptron(double b, double... w) {

  /** Returns the gate that fires if both signals are 1. */
  public static Perceptron and() {
    return new Perceptron(-0.7, 0.5, 0.5);
  }

  /** Returns the gate that fires unless both signals are 1. */
  public static Perceptron nand() {
    return new Perceptron(0.7, -0.5, -0.5);
  }

  /** Returns the gate that fires if one signal or both are 1. */
  public static Perceptron or() {
    return new Perceptron(-0.2, 0.5, 0.5);
  }

  /**
   * Returns 1 if the weighted sum is positive, else 0.
   *
   * @param x the signals, one for each weight
   * @throws IllegalArgumentException if there are more or fewer
   */
  public int output(double... x) {
    return (int) Functions.step(sum(x));
  }

  /** Returns the weighted sum of the signals plus the bias; arguments as in {@link #output}. */
  public double sum(double... x) {
    if (x.length != w.length) {
      throw new IllegalArgumentException(
          "x must be %d signals, one for each weight, was %d".formatted(w.length, x.length));
    }
    double sum = b;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * w[i];
    }
    return sum;
  }
}
