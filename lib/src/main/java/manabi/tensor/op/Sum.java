package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.Operation;
import manabi.tensor.Tensor;

/** The sum of all numbers, a scalar; each number's gradient is the incoming one. */
public final class Sum extends Operation {

  private int[] shape;

  @Override
  protected Tensor forward(Tensor... inputs) {
    shape = inputs[0].shape();
    double sum = 0; // in double: a float sum of many numbers loses the small ones
    for (float value : inputs[0].data()) {
      sum += value;
    }
    return Tensor.scalar((float) sum);
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    Tensor dx = tensor(shape);
    Arrays.fill(dx.data(), gradient.item());
    return new Tensor[] {dx};
  }
}
