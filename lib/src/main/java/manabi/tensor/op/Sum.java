package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.Operation;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Parallel;

/** The sum of all numbers, a scalar; each number's gradient is the incoming one. */
public final class Sum extends Operation {

  private int[] shape;

  @Override
  protected Tensor forward(Tensor... inputs) {
    shape = inputs[0].shape();
    float[] values = inputs[0].data();
    double[] parts = new double[Parallel.parts(values.length)];
    Parallel.runOverNumbers(values.length, (part, from, to) -> parts[part] = sum(values, from, to));
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    return Tensor.scalar((float) sum);
  }

  /** In double: a float sum of many numbers loses the small ones. */
  private static double sum(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    Tensor dx = tensor(shape);
    Arrays.fill(dx.data(), gradient.item());
    return new Tensor[] {dx};
  }
}
