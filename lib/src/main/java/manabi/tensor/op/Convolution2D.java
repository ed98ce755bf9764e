package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Kernels;
import manabi.tensor.compute.Matrix;
import manabi.tensor.compute.Parallel;

/**
 * Two-dimensional convolution without padding, stride 1, channels last: images {@code [N, H, W,
 * C]}, filters {@code [F, F, C, K]} and biases {@code [K]} give feature maps {@code [N, H - F + 1,
 * W - F + 1, K]}. As everywhere in deep learning the filter is not mirrored (cross-correlation).
 * Slides: "畳み込み".
 *
 * <p>Each image's patches become the rows of a matrix (im2col), so that the convolution is a matrix
 * product with the filters. Threads share the images of the batch.
 */
public final class Convolution2D extends Operation {

  private static final Kernels KERNELS = Kernels.best();

  private Tensor x;
  private Tensor w;
  private Patches patches;

  @Override
  protected Tensor forward(Tensor... inputs) {
    x = inputs[0];
    w = inputs[1];
    Tensor b = inputs[2];
    Shapes.check("filters", "[F, F, C, K]", w, w.dim(0), w.dim(0), -1, -1);
    Shapes.check("images", "[N, H, W, C] with C = " + w.dim(2), x, -1, -1, -1, w.dim(2));
    Shapes.check("biases", "[K] with K = " + w.dim(3), b, w.dim(3));
    patches = new Patches(x.dim(1), x.dim(2), x.dim(3), w.dim(0));
    Tensor y = Tensor.zeros(x.dim(0), patches.outHeight(), patches.outWidth(), w.dim(3));
    Parallel.run(
        x.dim(0),
        (part, from, to) -> {
          float[] columns = patches.newMatrix();
          for (int image = from; image < to; image++) {
            convolve(image, columns, b.data(), y.data());
          }
        });
    return y;
  }

  private void convolve(int image, float[] columns, float[] b, float[] y) {
    int k = b.length;
    int start = image * patches.rows() * k;
    for (int row = 0; row < patches.rows(); row++) {
      System.arraycopy(b, 0, y, start + row * k, k);
    }
    patches.gather(x.data(), image, columns);
    int width = patches.patchLength();
    KERNELS.multiplyAdd(
        patches.rows(), k, width, columns, 0, width, 1, w.data(), 0, k, y, start, k);
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    int images = x.dim(0);
    int parts = Parallel.parts(images);
    Tensor dx = wanted[0] ? Tensor.zeros(x.shape()) : x;
    float[] transposed = Matrix.transpose(w.data(), patches.patchLength(), w.dim(3));
    float[][] dw = new float[parts][w.size()];
    float[][] db = new float[parts][w.dim(3)];
    Parallel.run(
        images,
        (part, from, to) -> {
          float[] columns = patches.newMatrix();
          for (int image = from; image < to; image++) {
            addFilterGradients(image, columns, gradient.data(), dw[part], db[part]);
            if (wanted[0]) {
              addImageGradient(image, columns, gradient.data(), transposed, dx.data());
            }
          }
        });
    return new Tensor[] {dx, Tensor.of(sum(dw), w.shape()), Tensor.of(sum(db), w.dim(3))};
  }

  private void addFilterGradients(int image, float[] columns, float[] dy, float[] dw, float[] db) {
    int k = db.length;
    int width = patches.patchLength();
    int start = image * patches.rows() * k;
    patches.gather(x.data(), image, columns);
    KERNELS.multiplyAdd(width, k, patches.rows(), columns, 0, 1, width, dy, start, k, dw, 0, k);
    for (int row = 0; row < patches.rows(); row++) {
      for (int j = 0; j < k; j++) {
        db[j] += dy[start + row * k + j];
      }
    }
  }

  private void addImageGradient(
      int image, float[] columns, float[] dy, float[] transposedW, float[] dx) {
    int k = w.dim(3);
    int width = patches.patchLength();
    int start = image * patches.rows() * k;
    Arrays.fill(columns, 0);
    KERNELS.multiplyAdd(
        patches.rows(), width, k, dy, start, k, 1, transposedW, 0, width, columns, 0, width);
    patches.scatterAdd(columns, dx, image);
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
