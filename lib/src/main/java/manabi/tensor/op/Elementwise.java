package manabi.tensor.op;

import manabi.tensor.Operation;
import manabi.tensor.Tensor;

/**
 * A function of each number by itself, {@code y = f(x)}, whose derivative is known from {@code x}
 * and {@code y}. Whole arrays are passed, so that each function has a loop of its own, which the
 * compiler turns into vector instructions.
 */
abstract class Elementwise extends Operation {

  private Tensor x;
  private Tensor y;

  /** Replaces each number by the function's value. */
  abstract void map(float[] values);

  /** Multiplies each number of {@code gradient} by f'(x), where {@code y = f(x)}. */
  abstract void chain(float[] gradient, float[] x, float[] y);

  @Override
  protected final Tensor forward(Tensor... inputs) {
    x = inputs[0];
    y = copy(x);
    map(y.data());
    return y;
  }

  @Override
  protected final Tensor[] backward(Tensor gradient, boolean[] wanted) {
    Tensor dx = copy(gradient);
    chain(dx.data(), x.data(), y.data());
    return new Tensor[] {dx};
  }
}
