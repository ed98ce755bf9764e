package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.compute.Buffers;
import manabi.tensor.compute.Kernels;
import manabi.tensor.compute.WinogradKernels;

/**
 * Convolution with 3×3 filters and stride 1 in tiles of 2 by 2 places, by 16 products of matrices
 * instead of 36: {@link WinogradKernels} transforms tiles of 4 by 4 pixels, each of their 16 places
 * is a product of {@code [tiles, channels]} with {@code [channels, filters]}, and the result is
 * transformed back. Filters are transformed once.
 *
 * <p>Backward each step is turned round: the gradient of the maps is transformed once, and from it
 * come the gradients of the transformed filters and of the transformed tiles.
 *
 * <p>Some lines of tiles are done at once, so that they stay in the cache. Maps of odd height or
 * width are computed with one line or column more, which nobody sees.
 */
final class Winograd {

  private static final Kernels KERNELS = Kernels.best();
  private static final WinogradKernels TILES = WinogradKernels.best();

  /** With fewer channels or filters, transforms cost more than the products that they spare. */
  private static final int WORTH_TRANSFORMING = 32;

  /** So many tiles of 64 channels and 64 filters stay in a cache of 1 MB, with the filters. */
  private static final int TILES_AT_ONCE = 56;

  private static final int PLACES = 16;

  /**
   * Numbers between two places' matrices. Without them the 16 numbers of a tile are some power of
   * two apart and push each other out of the cache: transforms took twice as long.
   */
  private static final int GAP = 16;

  private final Patches patches;
  private final int channels;
  private final int filters;
  private final int across;
  private final int linesAtOnce;

  /** Distance from a place's tiles to those of the next. */
  private final int tileStep;

  /** Distance from a place's products to those of the next. */
  private final int productStep;

  /** {@code [16, channels, filters]}. */
  private final float[] transformed;

  /**
   * Prepares for one set of filters.
   *
   * @param patches patches of filters of size 3 and stride 1
   * @param w filters {@code [3, 3, channels, filters]}
   */
  Winograd(Patches patches, float[] w, int filters) {
    this.patches = patches.roundedUpTo(2);
    this.filters = filters;
    channels = patches.channels();
    across = this.patches.outWidth() / 2;
    int down = this.patches.outHeight() / 2;
    linesAtOnce = Math.max(1, Math.min(down, TILES_AT_ONCE / across));
    int rows = wholeGroups(linesAtOnce * across);
    tileStep = rows * channels + GAP;
    productStep = rows * filters + GAP;
    transformed = WinogradFilters.transform(w);
  }

  /** Returns the height of a product: whole groups of 4 rows, the last ones of any numbers. */
  private static int wholeGroups(int tiles) {
    return (tiles + 3) / 4 * 4;
  }

  /** Returns whether such a convolution is faster like this. */
  static boolean pays(Patches patches, int filters) {
    return patches.size() == 3
        && patches.stride() == 1
        && patches.channels() >= WORTH_TRANSFORMING
        && filters >= WORTH_TRANSFORMING
        && patches.rows() > 0;
  }

  /** Returns the patches of whole tiles. */
  Patches patches() {
    return patches;
  }

  /** Room for one thread to work in. */
  final class Room {
    final float[] padded = patches.newPaddedImage();
    final float[] dPadded = new float[patches.paddedSize()];
    final float[] tiles;
    final float[] products;

    private Room(float[] tiles, float[] products) {
      this.tiles = tiles;
      this.products = products;
    }
  }

  /** Returns room for so many threads. */
  Room[] newRooms(int threads) {
    Room[] rooms = new Room[threads];
    Arrays.setAll(
        rooms,
        i -> new Room(Buffers.zeros(PLACES * tileStep), Buffers.zeros(PLACES * productStep)));
    return rooms;
  }

  /**
   * Writes the maps of an image.
   *
   * @param y whole tiles of maps, from {@code yOffset} on
   */
  void maps(Room room, float[] images, int image, float[] b, float[] y, int yOffset) {
    float[] source = patches.image(images, image, room.padded);
    int line = patches.outWidth() * filters;
    for (int top = 0; top < patches.outHeight() / 2; top += linesAtOnce) {
      int count = Math.min(linesAtOnce, patches.outHeight() / 2 - top) * across;
      transformTiles(room, source, patches.imageOffset(image), top, count);
      Arrays.fill(room.products, 0);
      for (int place = 0; place < PLACES; place++) {
        KERNELS.multiplyAdd(
            wholeGroups(count),
            filters,
            channels,
            room.tiles,
            place * tileStep,
            channels,
            1,
            transformed,
            place * channels * filters,
            filters,
            room.products,
            place * productStep,
            filters);
      }
      for (int tile = 0; tile < count; tile++) {
        int at = yOffset + mapOffset(top, tile);
        TILES.maps(room.products, tile * filters, productStep, filters, b, y, at, line);
      }
    }
  }

  private void transformTiles(Room room, float[] source, int start, int top, int count) {
    for (int tile = 0; tile < count; tile++) {
      TILES.image(
          source,
          start + pixelOffset(top, tile),
          patches.lineStride(),
          channels,
          room.tiles,
          tile * channels,
          tileStep);
    }
  }

  /** Returns where a tile's first pixel is in the padded image. */
  private int pixelOffset(int top, int tile) {
    return 2 * (top + tile / across) * patches.lineStride() + 2 * (tile % across) * channels;
  }

  /** Returns where a tile's first place is in an image's maps. */
  private int mapOffset(int top, int tile) {
    return (2 * (top + tile / across) * patches.outWidth() + 2 * (tile % across)) * filters;
  }

  /** Returns the transformed filters' transposes, {@code [16, filters, channels]}. */
  float[] transposed() {
    float[] result = Buffers.take(transformed.length);
    for (int place = 0; place < PLACES; place++) {
      int from = place * channels * filters;
      for (int c = 0; c < channels; c++) {
        for (int k = 0; k < filters; k++) {
          result[from + k * channels + c] = transformed[from + c * filters + k];
        }
      }
    }
    return result;
  }

  /**
   * Adds what an image says of the filters, and writes its own gradient.
   *
   * @param dy gradient of whole tiles of maps, from {@code dyOffset} on
   * @param dTransformed gradient of the transformed filters, added to
   * @param transposed {@link #transposed}; null if no gradient of the image is wanted
   * @param dx gradient of the images
   */
  void addGradients(
      Room room,
      float[] images,
      int image,
      float[] dy,
      int dyOffset,
      float[] dTransformed,
      float[] transposed,
      float[] dx) {
    float[] source = patches.image(images, image, room.padded);
    int line = patches.outWidth() * filters;
    Arrays.fill(room.dPadded, 0);
    for (int top = 0; top < patches.outHeight() / 2; top += linesAtOnce) {
      int count = Math.min(linesAtOnce, patches.outHeight() / 2 - top) * across;
      transformTiles(room, source, patches.imageOffset(image), top, count);
      for (int tile = 0; tile < count; tile++) {
        int at = dyOffset + mapOffset(top, tile);
        TILES.mapsGradient(dy, at, line, filters, room.products, tile * filters, productStep);
      }
      addFilterGradients(room, count, dTransformed);
      if (transposed != null) {
        addImageGradients(room, top, count, transposed);
      }
    }
    if (transposed != null) {
      patches.cutOut(room.dPadded, dx, image);
    }
  }

  private void addFilterGradients(Room room, int count, float[] dTransformed) {
    for (int place = 0; place < PLACES; place++) {
      KERNELS.multiplyAdd(
          channels,
          filters,
          count,
          room.tiles,
          place * tileStep,
          1,
          channels,
          room.products,
          place * productStep,
          filters,
          dTransformed,
          place * channels * filters,
          filters);
    }
  }

  private void addImageGradients(Room room, int top, int count, float[] transposed) {
    Arrays.fill(room.tiles, 0);
    for (int place = 0; place < PLACES; place++) {
      KERNELS.multiplyAdd(
          wholeGroups(count),
          channels,
          filters,
          room.products,
          place * productStep,
          filters,
          1,
          transposed,
          place * channels * filters,
          channels,
          room.tiles,
          place * tileStep,
          channels);
    }
    for (int tile = 0; tile < count; tile++) {
      TILES.addImageGradient(
          room.tiles,
          tile * channels,
          tileStep,
          channels,
          room.dPadded,
          pixelOffset(top, tile),
          patches.lineStride());
    }
  }
}
