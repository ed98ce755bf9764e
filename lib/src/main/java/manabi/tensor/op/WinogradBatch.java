package manabi.tensor.op;

import manabi.tensor.Tensor;
import manabi.tensor.compute.Buffers;
import manabi.tensor.compute.Kernels;
import manabi.tensor.compute.Parallel;

/** {@link Winograd}'s convolution of a batch, whose images the threads share. */
final class WinogradBatch {

  private static final Kernels KERNELS = Kernels.best();

  /** Times a matrix, with its one number as every column, gives the sum of the matrix' rows. */
  private static final float[] ONE = {1};

  private final Winograd winograd;
  private final Patches tiles;
  private final Tensor w;
  private final int height;
  private final int width;
  private final int filters;

  WinogradBatch(Patches patches, Tensor w) {
    this.w = w;
    filters = w.dim(3);
    height = patches.outHeight();
    width = patches.outWidth();
    winograd = new Winograd(patches, w.data(), filters);
    tiles = winograd.patches();
  }

  /** Returns whether maps end within a tile, so that whole tiles need room of their own. */
  private boolean isOdd() {
    return tiles.outWidth() > width || tiles.outHeight() > height;
  }

  private int size() {
    return height * width * filters;
  }

  private float[] newWholeTiles() {
    return new float[isOdd() ? tiles.rows() * filters : 0];
  }

  /** Writes the maps. */
  void maps(Tensor x, float[] b, Tensor y) {
    Winograd.Room[] rooms = winograd.newRooms(Parallel.parts(x.dim(0)));
    Parallel.run(
        x.dim(0),
        (part, from, to) -> {
          float[] whole = newWholeTiles();
          for (int image = from; image < to; image++) {
            if (isOdd()) {
              winograd.maps(rooms[part], x.data(), image, b, whole, 0);
              copyLines(whole, 0, tiles.outWidth(), y.data(), image * size(), width);
            } else {
              winograd.maps(rooms[part], x.data(), image, b, y.data(), image * size());
            }
          }
        });
  }

  /** Copies the maps' lines from one width to another. */
  private void copyLines(float[] from, int fromAt, int fromWidth, float[] to, int at, int toWidth) {
    for (int line = 0; line < height; line++) {
      System.arraycopy(
          from,
          fromAt + line * fromWidth * filters,
          to,
          at + line * toWidth * filters,
          width * filters);
    }
  }

  /** Returns the gradients by images, filters and biases. */
  Tensor[] gradients(Tensor x, Tensor dy, boolean imagesWanted) {
    int parts = Parallel.parts(x.dim(0));
    Winograd.Room[] rooms = winograd.newRooms(parts);
    float[] dx = imagesWanted ? Buffers.take(x.size()) : x.data();
    float[] transposed = imagesWanted ? winograd.transposed() : null;
    float[][] dTransformed = Buffers.zeros(parts, w.size() / 9 * 16);
    float[][] db = Buffers.zeros(parts, filters);
    Parallel.run(
        x.dim(0),
        (part, from, to) -> {
          float[] whole = newWholeTiles();
          for (int image = from; image < to; image++) {
            float[] maps = dy.data();
            int at = image * size();
            KERNELS.multiplyAdd(
                1, filters, height * width, ONE, 0, 0, 0, maps, at, filters, db[part], 0, filters);
            if (isOdd()) {
              copyLines(maps, at, width, whole, 0, tiles.outWidth());
              maps = whole;
              at = 0;
            }
            winograd.addGradients(
                rooms[part], x.data(), image, maps, at, dTransformed[part], transposed, dx);
          }
        });
    return new Tensor[] {
      Tensor.of(dx, x.shape()),
      Tensor.of(WinogradFilters.gradient(Convolution2D.sum(dTransformed)), w.shape()),
      Tensor.of(Convolution2D.sum(db), filters)
    };
  }
}
