package manabi.tensor.op;

/**
 * The patches that a filter sees as it slides over an image {@code [height, width, channels]}: row
 * {@code y outWidth + x} of a patch matrix holds the filter's view with its upper left corner at
 * (y, x), as {@code [size, size, channels]} (im2col).
 */
record Patches(int height, int width, int channels, int size) {

  Patches {
    if (size > height || size > width) {
      throw new IllegalArgumentException(
          "the filter must fit into the image of %d x %d, was %d x %d"
              .formatted(height, width, size, size));
    }
  }

  int outHeight() {
    return height - size + 1;
  }

  int outWidth() {
    return width - size + 1;
  }

  /** Returns how many patches an image has. */
  int rows() {
    return outHeight() * outWidth();
  }

  /** Returns how many numbers a patch has. */
  int patchLength() {
    return size * size * channels;
  }

  /** Returns a patch matrix for one image. */
  float[] newMatrix() {
    return new float[rows() * patchLength()];
  }

  /** Copies the patches of one of several images into a patch matrix. */
  void gather(float[] images, int image, float[] matrix) {
    int line = size * channels;
    int to = 0;
    for (int y = 0; y < outHeight(); y++) {
      for (int x = 0; x < outWidth(); x++) {
        int from = ((image * height + y) * width + x) * channels;
        for (int i = 0; i < size; i++, to += line) {
          System.arraycopy(images, from + i * width * channels, matrix, to, line);
        }
      }
    }
  }

  /** Adds each number of a patch matrix to the place of the image that it came from. */
  void scatterAdd(float[] matrix, float[] images, int image) {
    int line = size * channels;
    int from = 0;
    for (int y = 0; y < outHeight(); y++) {
      for (int x = 0; x < outWidth(); x++) {
        int to = ((image * height + y) * width + x) * channels;
        for (int i = 0; i < size; i++, from += line) {
          for (int j = 0; j < line; j++) {
            images[to + i * width * channels + j] += matrix[from + j];
          }
        }
      }
    }
  }
}
