package manabi.tensor.op;

import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Matrix;

/**
 * The matrix product {@code Y = A B} of A {@code [N, D]} and B {@code [D, H]}; {@code dA = dY Bᵀ}
 * and {@code dB = Aᵀ dY}. Slides: "誤差逆伝播法(5/5)".
 */
public final class MatMul extends Operation {

  private Tensor a;
  private Tensor b;

  @Override
  protected Tensor forward(Tensor... inputs) {
    a = inputs[0];
    b = inputs[1];
    Shapes.check("the left factor", "a matrix [N, D]", a, -1, -1);
    Shapes.check("the right factor", "[D, H] with D = " + a.dim(1), b, a.dim(1), -1);
    Tensor y = tensor(a.dim(0), b.dim(1));
    Matrix.multiply(a.dim(0), b.dim(1), a.dim(1), a.data(), b.data(), y.data());
    return y;
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    int n = a.dim(0);
    int d = a.dim(1);
    int h = b.dim(1);
    Tensor da = wanted[0] ? tensor(n, d) : a;
    if (wanted[0]) {
      Matrix.multiplyTransposed(n, d, h, gradient.data(), b.data(), da.data());
    }
    Tensor db = wanted[1] ? tensor(d, h) : b;
    if (wanted[1]) {
      Matrix.transposedMultiply(d, h, n, a.data(), gradient.data(), db.data());
    }
    return new Tensor[] {da, db};
  }
}
