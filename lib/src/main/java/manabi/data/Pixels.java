package manabi.data;

import manabi.tensor.Tensor;

/** The loops of {@link Augmentation}, without chance: images are {@code [H, W, C]}, in [0, 1]. */
final class Pixels {

  private Pixels() {}

  /** What a number in channel {@code c} becomes. */
  @FunctionalInterface
  interface Change {
    double of(double value, int c);
  }

  /** Where in the source a pixel of the result comes from: its row and column. */
  @FunctionalInterface
  private interface Place {
    double[] of(int row, int column);
  }

  /** Returns the image with each number changed, cut off at 0 and 1. */
  static Tensor changed(Tensor image, Change change) {
    float[] values = image.toArray();
    int channels = image.dim(2);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.max(0, Math.min(1, change.of(values[i], i % channels)));
    }
    return Tensor.of(values, image.shape());
  }

  static Tensor mirrored(Tensor image) {
    Tensor mirror = Tensor.zeros(image.shape());
    for (int row = 0; row < image.dim(0); row++) {
      for (int column = 0; column < image.dim(1); column++) {
        copyPixel(image, row, image.dim(1) - 1 - column, mirror, row, column);
      }
    }
    return mirror;
  }

  static Tensor window(Tensor image, int top, int left, int height, int width) {
    Tensor window = Tensor.zeros(height, width, image.dim(2));
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        copyPixel(image, top + row, left + column, window, row, column);
      }
    }
    return window;
  }

  static Tensor blackened(Tensor image, int top, int left, int height, int width) {
    Tensor result = Tensor.of(image.toArray(), image.shape());
    Tensor black = Tensor.zeros(1, 1, image.dim(2));
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        copyPixel(black, 0, 0, result, top + row, left + column);
      }
    }
    return result;
  }

  /** Returns the image turned clockwise about its centre; what was outside is black. */
  static Tensor rotated(Tensor image, double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double middleRow = (image.dim(0) - 1) / 2.0;
    double middleColumn = (image.dim(1) - 1) / 2.0;
    return sampled(
        image,
        image.dim(0),
        image.dim(1),
        (row, column) -> {
          double y = row - middleRow;
          double x = column - middleColumn;
          return new double[] {middleRow + cos * y - sin * x, middleColumn + sin * y + cos * x};
        });
  }

  /** Returns the image in another size; its corners stay corners. */
  static Tensor resized(Tensor image, int height, int width) {
    double rows = height == 1 ? 0 : (image.dim(0) - 1.0) / (height - 1);
    double columns = width == 1 ? 0 : (image.dim(1) - 1.0) / (width - 1);
    return sampled(
        image, height, width, (row, column) -> new double[] {row * rows, column * columns});
  }

  /** Returns an image each of whose pixels is the bilinear mean of the four about its place. */
  private static Tensor sampled(Tensor image, int height, int width, Place place) {
    int channels = image.dim(2);
    float[] values = new float[height * width * channels];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double[] from = place.of(row, column);
        for (int c = 0; c < channels; c++) {
          values[(row * width + column) * channels + c] =
              (float) between(image, from[0], from[1], c);
        }
      }
    }
    return Tensor.of(values, height, width, channels);
  }

  private static double between(Tensor image, double row, double column, int c) {
    int top = (int) Math.floor(row);
    int left = (int) Math.floor(column);
    double down = row - top;
    double right = column - left;
    return (1 - down)
            * ((1 - right) * at(image, top, left, c) + right * at(image, top, left + 1, c))
        + down
            * ((1 - right) * at(image, top + 1, left, c) + right * at(image, top + 1, left + 1, c));
  }

  private static double at(Tensor image, int row, int column, int c) {
    boolean inside = row >= 0 && row < image.dim(0) && column >= 0 && column < image.dim(1);
    return inside ? image.data()[(row * image.dim(1) + column) * image.dim(2) + c] : 0;
  }

  private static void copyPixel(
      Tensor source, int row, int column, Tensor target, int toRow, int toColumn) {
    int channels = source.dim(2);
    System.arraycopy(
        source.data(),
        (row * source.dim(1) + column) * channels,
        target.data(),
        (toRow * target.dim(1) + toColumn) * channels,
        channels);
  }

  /** Returns image number {@code n} of {@code [N, H, W, C]}. */
  static Tensor image(Tensor images, int n) {
    return images.slice(n, n + 1).reshape(images.dim(1), images.dim(2), images.dim(3));
  }

  /** Returns the images as one tensor {@code [N, H, W, C]}. */
  static Tensor stacked(Tensor... images) {
    int[] shape = images[0].shape();
    float[] values = new float[images.length * images[0].size()];
    for (int n = 0; n < images.length; n++) {
      System.arraycopy(images[n].data(), 0, values, n * images[n].size(), images[n].size());
    }
    return Tensor.of(values, images.length, shape[0], shape[1], shape[2]);
  }
}
