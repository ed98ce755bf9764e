package manabi.tensor;

import java.util.Arrays;

/**
 * A dense array of {@code float} with a shape: contiguous, row-major, on the heap.
 *
 * <p>Operations return new tensors and never change their arguments. Two tensors are equal only if
 * they are the same object; compare contents with {@link #toArray()}.
 */
public final class Tensor {

  private final float[] data;
  private final int[] shape;

  private Tensor(float[] data, int[] shape) {
    this.data = data;
    this.shape = shape;
  }

  /**
   * Wraps {@code data}, which is not copied, in row-major order.
   *
   * @throws IllegalArgumentException if the shape does not hold exactly {@code data.length} numbers
   */
  public static Tensor of(float[] data, int... shape) {
    if (Shapes.size(shape) != data.length) {
      throw new IllegalArgumentException(
          "shape "
              + Arrays.toString(shape)
              + " holds "
              + Shapes.size(shape)
              + " numbers, data has "
              + data.length);
    }
    return new Tensor(data, shape.clone());
  }

  /** Returns a tensor of zeros. */
  public static Tensor zeros(int... shape) {
    return of(new float[Math.toIntExact(Shapes.size(shape))], shape);
  }

  /** Returns the extent of every axis; changing the array changes nothing. */
  public int[] shape() {
    return shape.clone();
  }

  /** Returns the number of axes. */
  public int rank() {
    return shape.length;
  }

  /** Returns the extent of one axis; negative axes count from the last. */
  public int dim(int axis) {
    return shape[axis < 0 ? axis + shape.length : axis];
  }

  /** Returns how many numbers the tensor holds. */
  public int size() {
    return data.length;
  }

  /** Returns the numbers themselves in row-major order, not a copy: writing to it changes this. */
  public float[] data() {
    return data;
  }

  /** Returns a copy of the numbers in row-major order. */
  public float[] toArray() {
    return data.clone();
  }
}
