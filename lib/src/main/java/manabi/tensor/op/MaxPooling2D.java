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
  private Tensor x;
  private Tensor y;

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
    x = inputs[0];
    Shapes.check("images", "[N, H, W, C]", x, -1, -1, -1, -1);
    y = tensor(x.dim(0), x.dim(1) / size, x.dim(2) / size, x.dim(3));
    forEachWindow(this::maximum);
    return y;
  }

  /** What is done with one window. */
  private interface Window {
    /**
     * Handles the windows of all channels at one place.
     *
     * @param from where the window's first channel stands in x
     * @param to where the window's first channel stands in y
     */
    void handle(int from, int to);
  }

  private void forEachWindow(Window window) {
    int channels = x.dim(3);
    Parallel.run(
        x.dim(0) * y.dim(1),
        (part, first, last) -> {
          for (int line = first; line < last; line++) {
            int top = line / y.dim(1) * x.dim(1) + line % y.dim(1) * size;
            for (int column = 0; column < y.dim(2); column++) {
              window.handle(
                  (top * x.dim(2) + column * size) * channels,
                  (line * y.dim(2) + column) * channels);
            }
          }
        });
  }

  /** Loops over channels within, without a branch, so that the compiler uses vectors. */
  private void maximum(int from, int to) {
    int channels = x.dim(3);
    float[] in = x.data();
    float[] out = y.data();
    System.arraycopy(in, from, out, to, channels);
    for (int place = 1; place < size * size; place++) {
      int other = from + (place / size * x.dim(2) + place % size) * channels;
      for (int c = 0; c < channels; c++) {
        out[to + c] = Math.max(out[to + c], in[other + c]); // NaN wins, to be seen
      }
    }
  }

  /** Returns how far each place of the window is from its first, in x; places by rows. */
  private int[] offsets() {
    int[] offsets = new int[size * size];
    for (int place = 0; place < offsets.length; place++) {
      offsets[place] = (place / size * x.dim(2) + place % size) * x.dim(3);
    }
    return offsets;
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    Tensor dx = zeros(x.shape());
    int[] offsets = offsets();
    forEachWindow(
        (from, to) -> {
          for (int c = 0; c < x.dim(3); c++) {
            float dy = gradient.data()[to + c];
            if (dy != 0) {
              dx.data()[from + c + origin(from + c, y.data()[to + c], offsets)] = dy;
            }
          }
        });
    return new Tensor[] {dx};
  }

  /** Returns the offset of the first place with the maximum; from the last on, without a branch. */
  private int origin(int from, float maximum, int[] offsets) {
    float[] in = x.data();
    int origin = offsets[offsets.length - 1];
    for (int place = offsets.length - 2; place >= 0; place--) {
      origin = in[from + offsets[place]] == maximum ? offsets[place] : origin;
    }
    return origin;
  }
}
