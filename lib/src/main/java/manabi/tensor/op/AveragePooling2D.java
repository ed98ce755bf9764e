package manabi.tensor.op;

import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Parallel;

/**
 * The mean of each window of {@code size} by {@code size}, windows side by side, channels last:
 * {@code [N, H, W, C]} gives {@code [N, H / size, W / size, C]}, rounded down. Each number of a
 * window gets an equal share of its gradient. Slides: "プーリング".
 */
public final class AveragePooling2D extends Operation {

  private final int size;
  private Tensor x;

  /**
   * Makes a pooling with windows of this size.
   *
   * @param size 1 or more
   */
  public AveragePooling2D(int size) {
    this.size = size;
  }

  @Override
  protected Tensor forward(Tensor... inputs) {
    x = inputs[0];
    Shapes.check("images", "[N, H, W, C]", x, -1, -1, -1, -1);
    Tensor y = zeros(x.dim(0), x.dim(1) / size, x.dim(2) / size, x.dim(3));
    float share = 1f / (size * size);
    forEachPixel(y, (pixel, window) -> addShare(share, x.data(), pixel, y.data(), window));
    return y;
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    Tensor dx = zeros(x.shape());
    float share = 1f / (size * size);
    forEachPixel(
        gradient, (pixel, window) -> addShare(share, gradient.data(), window, dx.data(), pixel));
    return new Tensor[] {dx};
  }

  /** What is done with a pixel and its window, both given by the place of their first channel. */
  private interface Pair {
    void handle(int pixel, int window);
  }

  /** Visits the pixels that belong to a window; threads share the images. */
  private void forEachPixel(Tensor windows, Pair pair) {
    int channels = x.dim(3);
    int height = windows.dim(1) * size;
    int width = windows.dim(2) * size;
    Parallel.run(
        x.dim(0) * windows.dim(1),
        (part, from, to) -> {
          for (int line = from * size; line < to * size; line++) {
            int top = line / height * x.dim(1) + line % height;
            for (int column = 0; column < width; column++) {
              pair.handle(
                  (top * x.dim(2) + column) * channels,
                  (line / size * windows.dim(2) + column / size) * channels);
            }
          }
        });
  }

  private void addShare(float share, float[] from, int fromOffset, float[] to, int toOffset) {
    for (int c = 0; c < x.dim(3); c++) {
      to[toOffset + c] += share * from[fromOffset + c];
    }
  }
}
