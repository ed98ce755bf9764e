package manabi.data;

import java.util.Arrays;
import manabi.tensor.Tensor;

/**
 * Images and what each shows.
 *
 * @param images {@code [N, H, W, C]}, in [0, 1]
 * @param labels {@code [N]}, class numbers from 0
 */
public record LabelledImages(Tensor images, Tensor labels) {

  /**
   * Checks that there is one label for each image.
   *
   * @throws DataException if the images are not {@code [N, H, W, C]} with N at least 1, or the
   *     labels not {@code [N]}
   */
  public LabelledImages {
    if (images.rank() != 4 || images.dim(0) < 1) {
      throw new DataException(
          "images must be [N, H, W, C] with N at least 1, were " + Arrays.toString(images.shape()));
    }
    if (labels.rank() != 1 || labels.dim(0) != images.dim(0)) {
      throw new DataException(
          "labels must be [%d], were %s".formatted(images.dim(0), Arrays.toString(labels.shape())));
    }
  }

  /** Returns the number of images. */
  public int size() {
    return images.dim(0);
  }

  /**
   * Returns a copy of one image, {@code [H, W, C]}.
   *
   * @throws IndexOutOfBoundsException if there is no such image
   */
  public Tensor image(int index) {
    int length = length();
    int start = checkIndex(index) * length;
    return Tensor.of(
        Arrays.copyOfRange(images.data(), start, start + length),
        images.dim(1),
        images.dim(2),
        images.dim(3));
  }

  /**
   * Returns the class number of one image.
   *
   * @throws IndexOutOfBoundsException if there is no such image
   */
  public int label(int index) {
    return (int) labels.data()[checkIndex(index)];
  }

  /**
   * Returns some images as rows of numbers, for code by hand that works on {@code double[][]}.
   *
   * @param indices which, in any order
   * @return {@code [indices, H * W * C]}, in [0, 1]
   * @throws IndexOutOfBoundsException if there is no such image
   */
  public double[][] rows(int... indices) {
    double[][] rows = new double[indices.length][length()];
    for (int n = 0; n < indices.length; n++) {
      int start = checkIndex(indices[n]) * length();
      for (int i = 0; i < length(); i++) {
        rows[n][i] = images.data()[start + i];
      }
    }
    return rows;
  }

  /**
   * Returns a copy of the first {@code count} images with their labels.
   *
   * @throws IllegalArgumentException if there are not so many, or {@code count} is less than 1
   */
  public LabelledImages take(int count) {
    if (count < 1 || count > size()) {
      throw new IllegalArgumentException("count must be 1 to " + size() + ", was " + count);
    }
    int[] shape = images.shape();
    shape[0] = count;
    return new LabelledImages(
        Tensor.of(Arrays.copyOf(images.data(), count * length()), shape),
        Tensor.of(Arrays.copyOf(labels.data(), count), count));
  }

  private int length() {
    return images.size() / size();
  }

  private int checkIndex(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException("index must be 0 to " + (size() - 1) + ", was " + index);
    }
    return index;
  }
}
