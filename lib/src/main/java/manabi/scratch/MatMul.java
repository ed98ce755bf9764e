package manabi.scratch;

import static manabi.scratch.Matrix.addOuterProduct;
import static manabi.scratch.Matrix.clear;
import static manabi.scratch.Matrix.times;
import static manabi.scratch.Matrix.timesTransposed;

/**
 * A layer without bias: {@code out = x W}. Two layers may share one {@code W}; each has its own
 * gradient.
 *
 * <p>Slides: "word2vec 実装".
 */
final class MatMul {

  final double[][] w; // [D, H]
  final double[][] grad; // [D, H]
  private double[][] x; // [N, D], of the last forward

  /** Makes a layer that uses {@code w} itself, not a copy. */
  MatMul(double[][] w) {
    this.w = w;
    grad = new double[w.length][w[0].length];
    x = new double[0][];
  }

  /** Returns {@code x W}, [N, H], and keeps {@code x} for {@link #backward}. */
  double[][] forward(double[][] x) {
    this.x = x;
    double[][] out = new double[x.length][];
    for (int n = 0; n < x.length; n++) {
      out[n] = times(x[n], w);
    }
    return out;
  }

  /**
   * Sets the gradient to {@code xᵀ dout} and returns that of {@code x}: {@code dout Wᵀ}, [N, D].
   */
  double[][] backward(double[][] dout) {
    clear(grad);
    double[][] dx = new double[x.length][];
    for (int n = 0; n < x.length; n++) {
      addOuterProduct(grad, x[n], dout[n]);
      dx[n] = timesTransposed(dout[n], w);
    }
    return dx;
  }
}
