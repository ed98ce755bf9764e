package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.Operation;
import manabi.tensor.Tensor;

/**
 * Tensors beside each other along the last axis: {@code [.., A]} and {@code [.., B]} give {@code
 * [.., A + B]}.
 */
public final class Concatenate extends Operation {

  private Tensor[] parts;

  @Override
  protected Tensor forward(Tensor... inputs) {
    parts = inputs;
    int[] shape = inputs[0].shape();
    int width = 0;
    for (Tensor part : inputs) {
      int[] leading = Arrays.copyOf(part.shape(), part.rank() - 1);
      if (!Arrays.equals(leading, Arrays.copyOf(shape, shape.length - 1))) {
        throw new IllegalArgumentException(
            "all but the last axis must agree with "
                + Arrays.toString(inputs[0].shape())
                + ", was "
                + Arrays.toString(part.shape()));
      }
      width += part.dim(-1);
    }
    shape[shape.length - 1] = width;
    Tensor y = tensor(shape);
    int column = 0;
    for (Tensor part : inputs) {
      copyColumns(part.data(), part.dim(-1), 0, y.data(), width, column, part.dim(-1));
      column += part.dim(-1);
    }
    return y;
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    Tensor[] gradients = new Tensor[parts.length];
    int width = gradient.dim(-1);
    int column = 0;
    for (int i = 0; i < parts.length; i++) {
      int columns = parts[i].dim(-1);
      gradients[i] = tensor(parts[i].shape());
      copyColumns(gradient.data(), width, column, gradients[i].data(), columns, 0, columns);
      column += columns;
    }
    return gradients;
  }

  private static void copyColumns(
      float[] from, int fromWidth, int fromColumn, float[] to, int toWidth, int toColumn, int n) {
    for (int row = 0; row < to.length / toWidth; row++) {
      System.arraycopy(from, row * fromWidth + fromColumn, to, row * toWidth + toColumn, n);
    }
  }
}
