package manabi.tensor.op;

import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Buffers;
import manabi.tensor.compute.Matrix;
import manabi.tensor.compute.Parallel;

/**
 * Two-dimensional convolution, channels last: images {@code [N, H, W, C]}, filters {@code [F, F, C,
 * K]} and biases {@code [K]} give feature maps {@code [N, H', W', K]}, without padding {@code H' =
 * (H - F) / S + 1} for stride S. As everywhere in deep learning the filter is not mirrored
 * (cross-correlation). Slides: "畳み込み", "ストライド".
 *
 * <p>The maps are the product of the image's {@link Patches} with the filters, the filters'
 * gradient that of the transposed patches with the maps' gradient. Threads share the images of the
 * batch.
 */
public final class Convolution2D extends Operation {

  /** Numbers of the maps' gradient that are taken at once, to stay in the fastest cache. */
  private static final int BLOCK = 4_096;

  private final int stride;
  private final Padding padding;
  private Tensor x;
  private Tensor w;
  private Patches patches;
  private PatchProducts products;
  private int lines;

  /** Null where the products are computed as they are defined. */
  private WinogradBatch tiled;

  /** Makes a convolution without padding, stride 1. */
  public Convolution2D() {
    this(1, Padding.VALID);
  }

  /**
   * Makes a convolution.
   *
   * @param stride by how many pixels the filter moves, 1 or more
   */
  public Convolution2D(int stride, Padding padding) {
    this.stride = stride;
    this.padding = padding;
  }

  @Override
  protected Tensor forward(Tensor... inputs) {
    x = inputs[0];
    w = inputs[1];
    float[] b = inputs[2].data();
    patches = patches(inputs, stride, padding);
    Tensor y = tensor(x.dim(0), patches.outHeight(), patches.outWidth(), b.length);
    if (Winograd.pays(patches, b.length)) {
      tiled = new WinogradBatch(patches, w);
      tiled.maps(x, b, y);
      return y;
    }
    lines = Math.max(1, Math.min(patches.outHeight(), BLOCK / (patches.outWidth() * b.length)));
    products = new PatchProducts(patches, b, patches.outHeight());
    Parallel.run(
        x.dim(0),
        (part, from, to) -> {
          float[] padded = patches.newPaddedImage();
          for (int image = from; image < to; image++) {
            products.maps(
                patches.image(x.data(), image, padded),
                patches.imageOffset(image),
                0,
                patches.outHeight(),
                w.data(),
                y.data(),
                image * patches.rows() * b.length);
          }
        });
    return y;
  }

  /** Checks the three inputs' shapes and returns the images' patches. */
  static Patches patches(Tensor[] inputs, int stride, Padding padding) {
    Tensor x = inputs[0];
    Tensor w = inputs[1];
    Shapes.check("filters", "[F, F, C, K]", w, w.dim(0), w.dim(0), -1, -1);
    Shapes.check("images", "[N, H, W, C] with C = " + w.dim(2), x, -1, -1, -1, w.dim(2));
    Shapes.check("biases", "[K] with K = " + w.dim(3), inputs[2], w.dim(3));
    return Patches.of(x.dim(1), x.dim(2), x.dim(3), w.dim(0), stride, padding);
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    if (tiled != null) {
      return tiled.gradients(x, gradient, wanted[0]);
    }
    int images = x.dim(0);
    int parts = Parallel.parts(images);
    Tensor dx = wanted[0] ? tensor(x.shape()) : x;
    ImageGradients imageGradients =
        wanted[0] ? new ImageGradients(patches, w.data(), w.dim(3)) : null;
    float[][] dw = Buffers.zeros(parts, w.size());
    float[][] db = Buffers.zeros(parts, w.dim(3));
    Parallel.run(
        images,
        (part, from, to) -> {
          float[] padded = patches.newPaddedImage();
          float[] spread = wanted[0] ? imageGradients.newSpreadMaps() : padded;
          for (int image = from; image < to; image++) {
            addFilterGradients(image, padded, gradient.data(), dw[part], db[part]);
            if (wanted[0]) {
              int maps = image * patches.rows() * w.dim(3);
              imageGradients.spread(gradient.data(), maps, 0, patches.outHeight(), spread);
              imageGradients.write(spread, dx.data(), image);
            }
          }
        });
    return new Tensor[] {dx, Tensor.of(sum(dw), w.shape()), Tensor.of(sum(db), w.dim(3))};
  }

  private void addFilterGradients(int image, float[] padded, float[] dy, float[] dw, float[] db) {
    float[] source = patches.image(x.data(), image, padded);
    int start = image * patches.rows() * db.length;
    for (int line = 0; line < patches.outHeight(); line += lines) {
      products.addFilterGradients(
          source,
          patches.imageOffset(image),
          line,
          Math.min(lines, patches.outHeight() - line),
          dy,
          start + line * patches.outWidth() * db.length,
          dw);
    }
    Matrix.addColumnSums(patches.rows(), db.length, dy, start, db);
  }

  /** Adds the threads' shares in their order, so that equal runs give equal bits. */
  static float[] sum(float[][] shares) {
    float[] sum = shares[0];
    for (int part = 1; part < shares.length; part++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += shares[part][i];
      }
    }
    return sum;
  }
}
