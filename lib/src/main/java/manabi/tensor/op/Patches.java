package manabi.tensor.op;

import java.util.Arrays;

/**
 * The patches that a filter sees as it moves over an image {@code [height, width, channels]}: a
 * matrix with a row for each place of the filter, row by row, and a column for each number that it
 * sees, {@code [size, size, channels]}. The matrix is not written down (that would be "im2col"):
 * its numbers are found at {@code corners[row] + places[column]}.
 *
 * @param size height and width of the filter
 * @param stride by how many pixels the filter moves
 * @param top zeros above the image
 * @param left zeros to the left of it
 * @param outHeight how many places there are down the image
 * @param outWidth how many places there are along a line
 */
record Patches(
    int height,
    int width,
    int channels,
    int size,
    int stride,
    int top,
    int left,
    int outHeight,
    int outWidth) {

  /**
   * Returns the patches of all places.
   *
   * @throws IllegalArgumentException if the filter is larger than the image with its padding
   */
  static Patches of(int height, int width, int channels, int size, int stride, Padding padding) {
    if (padding == Padding.VALID && (size > height || size > width)) {
      throw new IllegalArgumentException(
          "the filter must fit into the image of %d x %d, was %d x %d"
              .formatted(height, width, size, size));
    }
    return new Patches(
        height,
        width,
        channels,
        size,
        stride,
        padding.before(height, size, stride),
        padding.before(width, size, stride),
        padding.windows(height, size, stride),
        padding.windows(width, size, stride));
  }

  /** Returns the patches that whole windows of some size by size places cover. */
  Patches cutTo(int window) {
    return new Patches(
        height,
        width,
        channels,
        size,
        stride,
        top,
        left,
        outHeight / window * window,
        outWidth / window * window);
  }

  /** Returns the patches of whole squares of places; the last ones reach beyond the image. */
  Patches roundedUpTo(int square) {
    return new Patches(
        height,
        width,
        channels,
        size,
        stride,
        top,
        left,
        (outHeight + square - 1) / square * square,
        (outWidth + square - 1) / square * square);
  }

  /** Returns how many patches an image has. */
  int rows() {
    return outHeight * outWidth;
  }

  /** Returns how many numbers a patch has. */
  int patchLength() {
    return size * size * channels;
  }

  private int paddedHeight() {
    return Math.max(top + height, (outHeight - 1) * stride + size);
  }

  private int paddedWidth() {
    return Math.max(left + width, (outWidth - 1) * stride + size);
  }

  private boolean isPadded() {
    return paddedHeight() > height || paddedWidth() > width;
  }

  /** Returns how far apart lines of the image are, with its padding. */
  int lineStride() {
    return paddedWidth() * channels;
  }

  /** Returns where the upper left corner of each patch of the first lines of places is. */
  int[] corners(int lines) {
    int[] corners = new int[lines * outWidth];
    Arrays.setAll(corners, row -> lineOffset(row / outWidth) + row % outWidth * stride * channels);
    return corners;
  }

  /** Returns how much later the corners of a line of places are than those of the first. */
  int lineOffset(int line) {
    return line * stride * lineStride();
  }

  /** Returns how far each number of a patch is from its corner. */
  int[] places() {
    int line = size * channels;
    int[] places = new int[patchLength()];
    Arrays.setAll(places, column -> column / line * lineStride() + column % line);
    return places;
  }

  /** Returns room for an image with its padding; empty if there is no padding. */
  float[] newPaddedImage() {
    return new float[isPadded() ? paddedSize() : 0];
  }

  /** Returns where the padded image is: {@code padded}, now filled, or the images themselves. */
  float[] image(float[] images, int image, float[] padded) {
    if (padded.length == 0) {
      return images;
    }
    int line = width * channels;
    for (int y = 0; y < height; y++) {
      System.arraycopy(
          images,
          (image * height + y) * line,
          padded,
          (top + y) * lineStride() + left * channels,
          line);
    }
    return padded;
  }

  /** Returns where the padded image's gradient is summed up, with zeros there. */
  float[] cleared(float[] images, int image, float[] padded) {
    float[] cleared = padded.length == 0 ? images : padded;
    int start = imageOffset(image);
    Arrays.fill(cleared, start, start + paddedSize(), 0);
    return cleared;
  }

  /** Copies the image out of {@code padded} to its place among several. */
  void cutOut(float[] padded, float[] images, int image) {
    int line = width * channels;
    for (int y = 0; y < height; y++) {
      System.arraycopy(
          padded,
          (top + y) * lineStride() + left * channels,
          images,
          (image * height + y) * line,
          line);
    }
  }

  /** Returns how many numbers an image has, with its padding. */
  int paddedSize() {
    return paddedHeight() * lineStride();
  }

  /** Returns how many numbers an image has, without padding. */
  int imageSize() {
    return height * width * channels;
  }

  /** Returns at which number the image begins in what {@link #image} returned. */
  int imageOffset(int image) {
    return isPadded() ? 0 : image * imageSize();
  }
}
