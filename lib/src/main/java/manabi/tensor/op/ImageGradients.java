package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.compute.Kernels;

/**
 * Gradients of images from those of their feature maps. Every pixel was seen by up to {@code size
 * size} places of the filter, so its gradient is the sum over these: a convolution too, of the maps
 * with zeros around (and, for strides above 1, between) them and the filters turned by 180°.
 */
final class ImageGradients {

  private static final Kernels KERNELS = Kernels.best();

  private final Patches patches;
  private final int filters;
  private final int height;
  private final int width;
  private final float[] turned;
  private final int[] corners;
  private final int[] places;

  /**
   * Prepares for one set of filters.
   *
   * @param w filters {@code [size, size, channels, filters]}
   */
  ImageGradients(Patches patches, float[] w, int filters) {
    this.patches = patches;
    this.filters = filters;
    int size = patches.size();
    height =
        Math.max(
            patches.height() + patches.top() + size - 1,
            (patches.outHeight() - 1) * patches.stride() + size);
    width =
        Math.max(
            patches.width() + patches.left() + size - 1,
            (patches.outWidth() - 1) * patches.stride() + size);
    turned = turn(w);
    corners = new int[patches.height() * patches.width()];
    Arrays.setAll(
        corners,
        i ->
            ((i / patches.width() + patches.top()) * width + i % patches.width() + patches.left())
                * filters);
    int line = size * filters;
    places = new int[size * line];
    Arrays.setAll(places, i -> i / line * width * filters + i % line);
  }

  /** Returns the filters turned by 180°, {@code [size, size, filters, channels]}. */
  private float[] turn(float[] w) {
    int channels = patches.channels();
    int area = patches.size() * patches.size();
    float[] result = new float[w.length];
    for (int place = 0; place < area; place++) {
      for (int c = 0; c < channels; c++) {
        for (int k = 0; k < filters; k++) {
          result[((area - 1 - place) * filters + k) * channels + c] =
              w[(place * channels + c) * filters + k];
        }
      }
    }
    return result;
  }

  /** Returns room for one image's maps with zeros around. */
  float[] newSpreadMaps() {
    return new float[height * width * filters];
  }

  /**
   * Puts lines of maps where they belong among the zeros.
   *
   * @param maps {@code [lines, outWidth, filters]}, from {@code offset} on
   */
  void spread(float[] maps, int offset, int firstLine, int lines, float[] spread) {
    int margin = patches.size() - 1;
    for (int i = 0; i < lines; i++) {
      int y = (firstLine + i) * patches.stride() + margin;
      for (int j = 0; j < patches.outWidth(); j++) {
        System.arraycopy(
            maps,
            offset + (i * patches.outWidth() + j) * filters,
            spread,
            (y * width + j * patches.stride() + margin) * filters,
            filters);
      }
    }
  }

  /** Writes the gradient of one of several images. */
  void write(float[] spread, float[] dx, int image) {
    int channels = patches.channels();
    int from = image * corners.length * channels;
    Arrays.fill(dx, from, from + corners.length * channels, 0);
    KERNELS.multiplyAddGathered(
        corners.length,
        channels,
        places.length,
        spread,
        0,
        corners,
        places,
        turned,
        0,
        channels,
        dx,
        from,
        channels);
  }
}
