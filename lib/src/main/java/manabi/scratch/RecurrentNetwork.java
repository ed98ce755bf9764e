package manabi.scratch;

import static manabi.scratch.Matrix.addOuterProduct;
import static manabi.scratch.Matrix.plus;
import static manabi.scratch.Matrix.product;
import static manabi.scratch.Matrix.requireShape;
import static manabi.scratch.Matrix.times;
import static manabi.scratch.Matrix.timesTransposed;

import java.util.List;
import java.util.Random;

/**
 * A recurrent network with all of the lectures' parameters, biases included. With row vectors and
 * {@code z^0 = 0}:
 *
 * <pre>{@code
 * forward    u^t = x^t Win + z^(t-1) W + b    z^t = sigmoid(u^t)    y^t = sigmoid(z^t Wout + c)
 * loss       E = sum over t of (d^t - y^t)^2 / 2
 * }</pre>
 *
 * <p>Arrays are not copied: who changes them changes the network. Slides: "RNNの数学的記述", "BPTT".
 * Source: Elman (1990), Finding Structure in Time; Werbos (1990), Backpropagation Through Time.
 *
 * @param wIn weights from the input, {@code [D, H]}
 * @param w weights from the hidden layer one step earlier, {@code [H, H]}
 * @param wOut weights to the output, {@code [H, K]}
 * @param b bias of the hidden layer, {@code [1, H]}
 * @param c bias of the output, {@code [1, K]}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RecurrentNetwork(
    double[][] wIn, double[][] w, double[][] wOut, double[][] b, double[][] c) {

  private static final double[] ONE = {1};

  /**
   * Checks that the shapes fit together.
   *
   * @throws IllegalArgumentException if not
   */
  public RecurrentNetwork {
    int hiddenSize = w.length;
    requireShape("wIn", wIn, wIn.length, hiddenSize);
    requireShape("w", w, hiddenSize, hiddenSize);
    requireShape("wOut", wOut, hiddenSize, wOut[0].length);
    requireShape("b", b, 1, hiddenSize);
    requireShape("c", c, 1, wOut[0].length);
  }

  /**
   * What the network computes over a sequence of {@code T} inputs; row {@code t} is step {@code t +
   * 1} of the formulas.
   *
   * @param u input of the hidden layer, {@code [T, H]}
   * @param z output of the hidden layer, {@code [T, H]}
   * @param y output, {@code [T, K]}
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record States(double[][] u, double[][] z, double[][] y) {}

  /** Returns a network whose parameters are drawn from the normal distribution. */
  public static RecurrentNetwork random(int inputs, int hiddenSize, int outputs, long seed) {
    Random random = new Random(seed);
    return new RecurrentNetwork(
        Matrix.normal(inputs, hiddenSize, 1, random),
        Matrix.normal(hiddenSize, hiddenSize, 1, random),
        Matrix.normal(hiddenSize, outputs, 1, random),
        Matrix.normal(1, hiddenSize, 1, random),
        Matrix.normal(1, outputs, 1, random));
  }

  /** Returns the five arrays in the order of the record. */
  public List<double[][]> parameters() {
    return List.of(wIn, w, wOut, b, c);
  }

  /**
   * Returns what the network computes, step by step.
   *
   * @param x {@code [T, D]}
   * @throws IllegalArgumentException if {@code x} is not
   */
  public States forward(double[]... x) {
    requireShape("x", x, x.length, wIn.length);
    States states =
        new States(new double[x.length][], new double[x.length][], new double[x.length][]);
    double[] before = new double[w.length]; // z^0
    for (int t = 0; t < x.length; t++) {
      states.u[t] = plus(plus(times(x[t], wIn), times(before, w)), b[0]);
      states.z[t] = Activation.SIGMOID.of(states.u[t]);
      states.y[t] = Activation.SIGMOID.of(plus(times(states.z[t], wOut), c[0]));
      before = states.z[t];
    }
    return states;
  }

  /**
   * Returns the loss, summed over all steps.
   *
   * @param x {@code [T, D]}
   * @param d labels, {@code [T, K]}
   * @throws IllegalArgumentException if one is not
   */
  public double loss(double[][] x, double[][] d) {
    requireShape("d", d, x.length, c[0].length);
    double[][] y = forward(x).y();
    double sum = 0;
    for (int t = 0; t < y.length; t++) {
      for (int k = 0; k < y[t].length; k++) {
        sum += Functions.meanSquaredError(d[t][k], y[t][k]);
      }
    }
    return sum;
  }

  /**
   * Returns the derivative of the loss by every parameter, as a network of the same shapes:
   * backpropagation through time.
   *
   * <pre>{@code
   * deltaOut^t = (y^t - d^t) y^t (1 - y^t)
   * delta^t = (deltaOut^t Woutᵀ) * f'(u^t)      delta^(t-z-1) = (delta^(t-z) Wᵀ) * f'(u^(t-z-1))
   * Wout: (z^t)ᵀ deltaOut^t     c: deltaOut^t
   * Win: sum over z of (x^(t-z))ᵀ delta^(t-z)
   * W: sum over z of (z^(t-z-1))ᵀ delta^(t-z)     b: sum over z of delta^(t-z)
   * }</pre>
   *
   * <p>each summed over all outputs t.
   *
   * @param x {@code [T, D]}
   * @param d labels, {@code [T, K]}
   * @param stepsBack largest z: an error goes back over that many steps; T - 1 and more give the
   *     full gradient, fewer that of truncated BPTT
   * @throws IllegalArgumentException if an array has another shape
   */
  public RecurrentNetwork gradient(double[][] x, double[][] d, int stepsBack) {
    requireShape("d", d, x.length, c[0].length);
    States states = forward(x);
    RecurrentNetwork sum = zerosLikeThis();
    for (int t = 0; t < x.length; t++) {
      double[] deltaOut = deltaOut(states.y[t], d[t]);
      addOuterProduct(sum.wOut, states.z[t], deltaOut);
      addOuterProduct(sum.c, ONE, deltaOut);
      double[] error = timesTransposed(deltaOut, wOut);
      for (int s = t; s >= Math.max(0, t - stepsBack); s--) {
        double[] delta = product(error, Activation.SIGMOID.derivative(states.u[s]));
        addOuterProduct(sum.wIn, x[s], delta);
        addOuterProduct(sum.b, ONE, delta);
        if (s > 0) { // z^0 is 0
          addOuterProduct(sum.w, states.z[s - 1], delta);
        }
        error = timesTransposed(delta, w);
      }
    }
    return sum;
  }

  private static double[] deltaOut(double[] y, double[] d) {
    double[] delta = new double[y.length];
    for (int k = 0; k < y.length; k++) {
      delta[k] = Functions.dMeanSquaredError(d[k], y[k]) * OutputDelta.TRUE.slope(y[k]);
    }
    return delta;
  }

  private RecurrentNetwork zerosLikeThis() {
    return new RecurrentNetwork(zeros(wIn), zeros(w), zeros(wOut), zeros(b), zeros(c));
  }

  private static double[][] zeros(double[][] m) {
    return new double[m.length][m[0].length];
  }
}
