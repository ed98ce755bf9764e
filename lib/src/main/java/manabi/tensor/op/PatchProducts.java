package manabi.tensor.op;

import manabi.tensor.compute.Kernels;

/** The two products with an image's {@link Patches} that a convolution needs, line by line. */
final class PatchProducts {

  private static final Kernels KERNELS = Kernels.best();

  private final Patches patches;
  private final int filters;

  /** Whether there are kernels for patches of this form. */
  private final boolean grey;

  private final float[] b;
  private final int[] corners;
  private final int[] places;

  /** The biases as often as there are patches: one long copy instead of many short ones. */
  private final float[] biases;

  /**
   * Prepares products for up to {@code lines} lines of feature maps at once.
   *
   * @param b a bias for each filter
   */
  PatchProducts(Patches patches, float[] b, int lines) {
    this.patches = patches;
    filters = b.length;
    grey = patches.channels() == 1 && patches.size() == 3 && patches.stride() == 1;
    this.b = b;
    biases = new float[grey ? 0 : lines * patches.outWidth() * filters];
    for (int i = 0; i < biases.length; i += filters) {
      System.arraycopy(b, 0, biases, i, filters);
    }
    corners = patches.corners(lines);
    places = patches.places();
  }

  /**
   * Writes lines of feature maps: the patches times the filters, plus the biases.
   *
   * @param image what holds the image, from {@code imageOffset} on
   * @param w filters {@code [size, size, channels, filters]}
   * @param y maps {@code [lines, outWidth, filters]}, written from {@code yOffset} on
   */
  void maps(
      float[] image, int imageOffset, int firstLine, int lines, float[] w, float[] y, int yOffset) {
    int width = patches.outWidth();
    if (grey) {
      for (int line = 0; line < lines; line++) {
        int at = imageOffset + patches.lineOffset(firstLine + line);
        int to = yOffset + line * width * filters;
        KERNELS.convolveGrey(width, filters, image, at, patches.lineStride(), w, b, y, to);
      }
      return;
    }
    int rows = lines * width;
    System.arraycopy(biases, 0, y, yOffset, rows * filters);
    KERNELS.multiplyAddGathered(
        rows,
        filters,
        places.length,
        image,
        imageOffset + patches.lineOffset(firstLine),
        corners,
        places,
        w,
        0,
        filters,
        y,
        yOffset,
        filters);
  }

  /**
   * Adds what lines of maps say of filters: the transposed patches times the maps' gradient.
   *
   * @param dy gradient of the maps {@code [lines, outWidth, filters]}, from {@code dyOffset} on
   * @param dw {@code [size, size, channels, filters]}, added to
   */
  void addFilterGradients(
      float[] image,
      int imageOffset,
      int firstLine,
      int lines,
      float[] dy,
      int dyOffset,
      float[] dw) {
    int width = patches.outWidth();
    if (grey) {
      for (int line = 0; line < lines; line++) {
        int at = imageOffset + patches.lineOffset(firstLine + line);
        int from = dyOffset + line * width * filters;
        KERNELS.addGreyGradients(width, filters, image, at, patches.lineStride(), dy, from, dw);
      }
      return;
    }
    int rows = lines * width;
    KERNELS.multiplyAddGathered(
        places.length,
        filters,
        rows,
        image,
        imageOffset + patches.lineOffset(firstLine),
        places,
        corners,
        dy,
        dyOffset,
        filters,
        dw,
        0,
        filters);
  }
}
