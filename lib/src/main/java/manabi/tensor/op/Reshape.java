package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;

/** The same numbers in another shape; no number is copied. */
public final class Reshape extends Operation {

  private final int[] to;
  private int[] from;

  /** Makes an operation that gives tensors this shape. */
  public Reshape(int... shape) {
    to = shape.clone();
  }

  @Override
  protected Tensor forward(Tensor... inputs) {
    from = inputs[0].shape();
    if (Shapes.size(to) != inputs[0].size()) {
      throw new IllegalArgumentException(
          "cannot reshape " + Arrays.toString(from) + " to " + Arrays.toString(to));
    }
    return Tensor.of(inputs[0].data(), to);
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    return new Tensor[] {Tensor.of(gradient.data(), from)};
  }
}
