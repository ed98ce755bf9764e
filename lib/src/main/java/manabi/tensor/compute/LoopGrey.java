package manabi.tensor.compute;

/**
 * Convolution of one-channel images with 3 by 3 filters in plain loops, of the filters from {@code
 * first} up to {@code end}; other arguments are those of {@link Kernels}.
 */
final class LoopGrey {

  private LoopGrey() {}

  static void convolve(
      int width,
      int filters,
      int first,
      int end,
      float[] image,
      int at,
      int stride,
      float[] w,
      float[] b,
      float[] y,
      int to) {
    for (int x = 0; x < width; x++) {
      int out = to + x * filters;
      System.arraycopy(b, first, y, out + first, end - first);
      for (int place = 0; place < 9; place++) {
        float pixel = image[at + place / 3 * stride + x + place % 3];
        for (int k = first; k < end; k++) {
          y[out + k] += pixel * w[place * filters + k];
        }
      }
    }
  }

  /** Adds the gradients of the places from {@code firstPlace} on. */
  static void addGradients(
      int firstPlace,
      int width,
      int filters,
      int first,
      int end,
      float[] image,
      int at,
      int stride,
      float[] dy,
      int from,
      float[] dw) {
    for (int x = firstPlace; x < width; x++) {
      for (int place = 0; place < 9; place++) {
        float pixel = image[at + place / 3 * stride + x + place % 3];
        for (int k = first; k < end; k++) {
          dw[place * filters + k] += pixel * dy[from + x * filters + k];
        }
      }
    }
  }
}
