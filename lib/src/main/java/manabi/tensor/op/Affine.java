package manabi.tensor.op;

import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Matrix;

/**
 * The affine layer {@code Y = X W + b} of X {@code [N, D]}, W {@code [D, H]} and b {@code [H]};
 * {@code dX = dY Wᵀ}, {@code dW = Xᵀ dY}, {@code db} = sum of dY over the batch. Slides:
 * "誤差逆伝播法(5/5)".
 */
public final class Affine extends Operation {

  private Tensor x;
  private Tensor w;

  @Override
  protected Tensor forward(Tensor... inputs) {
    x = inputs[0];
    w = inputs[1];
    Tensor b = inputs[2];
    Shapes.check("w", "a matrix [D, H]", w, -1, -1);
    Shapes.check("x", "[N, D] with D = " + w.dim(0), x, -1, w.dim(0));
    Shapes.check("b", "[H] with H = " + w.dim(1), b, w.dim(1));
    int n = x.dim(0);
    int h = w.dim(1);
    Tensor y = tensor(n, h);
    Matrix.multiply(n, h, w.dim(0), x.data(), w.data(), b.data(), y.data());
    return y;
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    int n = x.dim(0);
    int d = w.dim(0);
    int h = w.dim(1);
    Tensor dx = wanted[0] ? tensor(n, d) : x;
    if (wanted[0]) {
      Matrix.multiplyTransposed(n, d, h, gradient.data(), w.data(), dx.data());
    }
    Tensor dw = wanted[1] ? tensor(d, h) : w;
    if (wanted[1]) {
      Matrix.transposedMultiply(d, h, n, x.data(), gradient.data(), dw.data());
    }
    return new Tensor[] {dx, dw, columnSums(gradient)};
  }

  private static Tensor columnSums(Tensor matrix) {
    Tensor sums = zeros(matrix.dim(1));
    Matrix.addColumnSums(matrix.dim(0), sums.size(), matrix.data(), sums.data());
    return sums;
  }
}
