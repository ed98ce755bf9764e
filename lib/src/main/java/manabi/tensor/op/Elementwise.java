package manabi.tensor.op;

import manabi.tensor.Operation;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Parallel;

/**
 * A function of each number by itself, {@code y = f(x)}, whose derivative is known from {@code x}
 * and {@code y}. Ranges of arrays are passed, so that each function has a loop of its own, which
 * the compiler turns into vector instructions, and threads share them.
 */
abstract class Elementwise extends Operation {

  private Tensor x;
  private Tensor y;

  /** Replaces the numbers from {@code from} up to {@code to} by the function's values. */
  abstract void map(float[] values, int from, int to);

  /** Multiplies these numbers of {@code gradient} by f'(x), where {@code y = f(x)}. */
  abstract void chain(float[] gradient, float[] x, float[] y, int from, int to);

  @Override
  protected final Tensor forward(Tensor... inputs) {
    x = inputs[0];
    float[] values = x.data();
    y = tensor(x.shape());
    Parallel.runOverNumbers(
        y.size(),
        (part, from, to) -> {
          System.arraycopy(values, from, y.data(), from, to - from);
          map(y.data(), from, to);
        });
    return y;
  }

  @Override
  protected final Tensor[] backward(Tensor gradient, boolean[] wanted) {
    float[] dy = gradient.data();
    Tensor dx = tensor(x.shape());
    Parallel.runOverNumbers(
        dx.size(),
        (part, from, to) -> {
          System.arraycopy(dy, from, dx.data(), from, to - from);
          chain(dx.data(), x.data(), y.data(), from, to);
        });
    return new Tensor[] {dx};
  }
}
