package manabi.tensor.op;

import manabi.tensor.Operation;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Buffers;
import manabi.tensor.compute.Kernels;
import manabi.tensor.compute.Matrix;
import manabi.tensor.compute.Parallel;

/**
 * Convolution, ReLU if wanted, and max pooling in one node: what {@link Convolution2D}, {@link
 * Relu} and {@link MaxPooling2D} give one after the other, in less than half the time.
 *
 * <p>Feature maps exist for a few lines of windows at a time and never leave the cache; what does
 * not fill a window is not computed. Kept are the maxima and where each of them was. Of a window's
 * places only one, if any, has a gradient: {@link SparseGradients} leaves out the others. Where
 * patches are so small that lists do not pay, as in a grey image, the gradients are written out.
 */
public final class PooledConvolution2D extends Operation {

  private static final Kernels KERNELS = Kernels.best();

  /** From this many numbers in a patch's line on, lists pay. */
  private static final int WORTH_LISTING = 24;

  /** So many numbers of feature maps exist at once: half of what fits into the first cache. */
  private static final int MAPS = 1 << 12;

  private final int stride;
  private final Padding padding;
  private final int size;
  private final boolean relu;
  private Tensor x;
  private Tensor w;
  private Tensor y;
  private float[] at;
  private Patches patches;
  private PatchProducts products;

  /** So many lines of windows are done at once. */
  private int lines;

  /**
   * Makes the operation.
   *
   * @param stride by how many pixels the filter moves, 1 or more
   * @param relu whether numbers below 0 become 0
   * @param size height and width of the pooling's windows, 1 or more
   */
  public PooledConvolution2D(int stride, Padding padding, boolean relu, int size) {
    this.stride = stride;
    this.padding = padding;
    this.size = size;
    this.relu = relu;
  }

  @Override
  protected Tensor forward(Tensor... inputs) {
    x = inputs[0];
    w = inputs[1];
    patches = Convolution2D.patches(inputs, stride, padding).cutTo(size);
    int below = size * patches.outWidth() * w.dim(3);
    lines = Math.max(1, Math.min(patches.outHeight() / size, MAPS / Math.max(1, below)));
    products = new PatchProducts(patches, inputs[2].data(), lines * size);
    y = tensor(x.dim(0), patches.outHeight() / size, patches.outWidth() / size, w.dim(3));
    at = Buffers.take(y.size());
    Parallel.run(x.dim(0), (part, from, to) -> forward(from, to));
    return y;
  }

  private void forward(int from, int to) {
    float[] padded = patches.newPaddedImage();
    float[] maps = newMaps();
    float least = relu ? 0 : Float.NEGATIVE_INFINITY;
    for (int image = from; image < to; image++) {
      float[] source = patches.image(x.data(), image, padded);
      int start = patches.imageOffset(image);
      for (int line = 0; line < y.dim(1); line += lines) {
        int count = Math.min(lines, y.dim(1) - line);
        products.maps(source, start, line * size, count * size, w.data(), maps, 0);
        int first = lineStart(image, line);
        KERNELS.maxPool(size, count, y.dim(2), y.dim(3), least, maps, y.data(), first, at);
      }
    }
  }

  /** Returns room for the maps below some {@link #lines}. */
  private float[] newMaps() {
    return new float[lines * size * patches.outWidth() * w.dim(3)];
  }

  private int lineStart(int image, int line) {
    return (image * y.dim(1) + line) * y.dim(2) * y.dim(3);
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    int parts = Parallel.parts(x.dim(0));
    Tensor dx = wanted[0] ? tensor(x.shape()) : null;
    float[][] dw = Buffers.zeros(parts, w.size());
    float[][] db = Buffers.zeros(parts, w.dim(3));
    float[] dy = gradient.data();
    boolean listed = patches.size() * patches.channels() >= WORTH_LISTING;
    if (listed) {
      SparseGradients sparse = new SparseGradients(patches, size, w);
      Parallel.run(
          x.dim(0), (part, from, to) -> addListed(sparse, from, to, dy, dw[part], db[part], dx));
    } else {
      ImageGradients images = wanted[0] ? new ImageGradients(patches, w.data(), w.dim(3)) : null;
      Parallel.run(
          x.dim(0),
          (part, from, to) -> addWrittenOut(images, from, to, dy, dw[part], db[part], dx));
    }
    float[] sum = Convolution2D.sum(dw);
    Tensor dFilters =
        Tensor.of(listed ? Matrix.transpose(sum, w.dim(3), patches.patchLength()) : sum, w.shape());
    return new Tensor[] {dx, dFilters, Tensor.of(Convolution2D.sum(db), w.dim(3))};
  }

  private void addListed(
      SparseGradients sparse, int from, int to, float[] dy, float[] dRows, float[] db, Tensor dx) {
    WinnerLists lists = sparse.newLists();
    float[] padded = patches.newPaddedImage();
    float[] dPadded = patches.newPaddedImage();
    for (int image = from; image < to; image++) {
      addBiasGradients(image, dy, db);
      float[] source = patches.image(x.data(), image, padded);
      int start = patches.imageOffset(image);
      float[] dSource = dx == null ? null : patches.cleared(dx.data(), image, dPadded);
      sparse.add(lists, source, start, dy, at, lineStart(image, 0), dRows, dSource);
      if (dSource == dPadded) {
        patches.cutOut(dPadded, dx.data(), image);
      }
    }
  }

  private void addWrittenOut(
      ImageGradients images, int from, int to, float[] dy, float[] dw, float[] db, Tensor dx) {
    float[] padded = patches.newPaddedImage();
    float[] maps = newMaps();
    float[] spread = dx == null ? padded : images.newSpreadMaps();
    for (int image = from; image < to; image++) {
      addBiasGradients(image, dy, db);
      float[] source = patches.image(x.data(), image, padded);
      int start = patches.imageOffset(image);
      for (int line = 0; line < y.dim(1); line += lines) {
        int count = Math.min(lines, y.dim(1) - line);
        int first = lineStart(image, line);
        KERNELS.unpool(size, count, y.dim(2), y.dim(3), dy, at, first, maps);
        products.addFilterGradients(source, start, line * size, count * size, maps, 0, dw);
        if (dx != null) {
          images.spread(maps, 0, line * size, count * size, spread);
        }
      }
      if (dx != null) {
        images.write(spread, dx.data(), image);
      }
    }
  }

  private void addBiasGradients(int image, float[] dy, float[] db) {
    int windows = y.dim(1) * y.dim(2);
    KERNELS.addUnpooled(windows, y.dim(3), dy, at, lineStart(image, 0), db);
  }
}
