package manabi.scratch;

import static manabi.scratch.Matrix.addOuterProduct;
import static manabi.scratch.Matrix.clear;
import static manabi.scratch.Matrix.plus;
import static manabi.scratch.Matrix.times;
import static manabi.scratch.Matrix.timesTransposed;

/**
 * A layer of a network for a whole batch at once: {@code Y = X W + B}, the row {@code B} added to
 * every row.
 *
 * <p>Slides: "誤差逆伝播法 (5/5)". Source of the backward pass: 斎藤 康毅, ゼロから作るDeep Learning (2016), 5.6.
 */
public final class AffineLayer {

  private final double[][] w; // [D, H]
  private final double[][] b; // [1, H]
  private final double[][] dw;
  private final double[][] db;
  private double[][] x = {}; // [N, D], of the last forward

  /**
   * Makes a layer that uses these arrays themselves, not copies.
   *
   * @param w weights, {@code [D, H]}
   * @param b biases, {@code [1, H]}
   * @throws IllegalArgumentException if their shapes do not fit together
   */
  public AffineLayer(double[][] w, double[][] b) {
    Matrix.requireShape("w", w, w.length, w[0].length);
    Matrix.requireShape("b", b, 1, w[0].length);
    this.w = w;
    this.b = b;
    dw = new double[w.length][w[0].length];
    db = new double[1][w[0].length];
  }

  /**
   * Returns {@code X W + B}, {@code [N, H]}, and keeps {@code X} for {@link #backward}.
   *
   * @param x {@code [N, D]}
   * @throws IllegalArgumentException if it is not
   */
  public double[][] forward(double[][] x) {
    Matrix.requireShape("x", x, x.length, w.length);
    this.x = x;
    double[][] y = new double[x.length][];
    for (int n = 0; n < x.length; n++) {
      y[n] = plus(times(x[n], w), b[0]);
    }
    return y;
  }

  /**
   * Returns the derivative of the loss by the last input, {@code dX = dY Wᵀ}, {@code [N, D]}, and
   * computes those by the parameters.
   *
   * @param dy derivative of the loss by the last output, {@code [N, H]}
   * @throws IllegalArgumentException if it is not
   */
  public double[][] backward(double[][] dy) {
    backwardToParameters(dy);
    double[][] dx = new double[dy.length][];
    for (int n = 0; n < dy.length; n++) {
      dx[n] = timesTransposed(dy[n], w);
    }
    return dx;
  }

  /** Computes {@code dW = Xᵀ dY} and {@code dB}, the sum of the rows of {@code dY}, alone. */
  void backwardToParameters(double[][] dy) {
    Matrix.requireShape("dy", dy, x.length, w[0].length);
    clear(dw);
    clear(db);
    for (int n = 0; n < dy.length; n++) {
      addOuterProduct(dw, x[n], dy[n]);
      db[0] = plus(db[0], dy[n]);
    }
  }

  /** Returns the derivative by the weights, {@code [D, H]}, of the last {@link #backward}. */
  public double[][] dw() {
    return dw;
  }

  /** Returns the derivative by the biases, {@code [1, H]}, of the last {@link #backward}. */
  public double[][] db() {
    return db;
  }
}
