package manabi.tensor.op;

import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Parallel;

/**
 * The largest number of each window of {@code size} by {@code size}, windows side by side, channels
 * last: {@code [N, H, W, C]} gives {@code [N, H / size, W / size, C]}, rounded down. The gradient
 * goes to the place of the maximum alone, of equal ones the first. Slides: "プーリング".
 */
public final class MaxPooling2D extends Operation {

  private final int size;
  private int[] shape;
  private int[] origins;

  /**
   * Makes a pooling with windows of this size.
   *
   * @param size 1 or more
   */
  public MaxPooling2D(int size) {
    this.size = size;
  }

  @Override
  protected Tensor forward(Tensor... inputs) {
    Tensor x = inputs[0];
    Shapes.check("images", "[N, H, W, C]", x, -1, -1, -1, -1);
    shape = x.shape();
    Tensor y = Tensor.zeros(shape[0], shape[1] / size, shape[2] / size, shape[3]);
    origins = new int[y.size()];
    Parallel.run(
        shape[0],
        (part, from, to) -> {
          for (int image = from; image < to; image++) {
            pool(image, x.data(), y);
          }
        });
    return y;
  }

  private void pool(int image, float[] x, Tensor y) {
    int channels = shape[3];
    for (int row = 0; row < y.dim(1); row++) {
      for (int column = 0; column < y.dim(2); column++) {
        int to = ((image * y.dim(1) + row) * y.dim(2) + column) * channels;
        int from = ((image * shape[1] + row * size) * shape[2] + column * size) * channels;
        for (int c = 0; c < channels; c++) {
          int origin = maximum(x, from + c);
          origins[to + c] = origin;
          y.data()[to + c] = x[origin];
        }
      }
    }
  }

  /** Returns where the largest number of the window stands whose first is at {@code corner}. */
  private int maximum(float[] x, int corner) {
    int best = corner;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        int at = corner + (i * shape[2] + j) * shape[3];
        if (x[at] > x[best] || Float.isNaN(x[at])) { // NaN wins, to be seen
          best = at;
        }
      }
    }
    return best;
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    Tensor dx = Tensor.zeros(shape);
    for (int i = 0; i < origins.length; i++) {
      dx.data()[origins[i]] += gradient.data()[i];
    }
    return new Tensor[] {dx};
  }
}
