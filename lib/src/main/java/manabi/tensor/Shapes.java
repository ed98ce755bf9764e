package manabi.tensor;

import java.util.Arrays;

/** Arithmetic on shapes. */
public final class Shapes {

  private Shapes() {}

  /**
   * Returns how many numbers a shape holds, 1 for the shape of a scalar.
   *
   * @throws IllegalArgumentException if an extent is negative or the product is beyond an array
   */
  public static int size(int... shape) {
    long size = 1;
    for (int extent : shape) {
      if (extent < 0) {
        throw new IllegalArgumentException(
            "extents must be 0 or more, were " + Arrays.toString(shape));
      }
      size *= extent;
      if (size > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "shape " + Arrays.toString(shape) + " holds more than 2^31 - 1 numbers");
      }
    }
    return (int) size;
  }

  /**
   * Returns the shape of an elementwise operation on two shapes: axes are matched from the last,
   * and an axis of extent 1, or a missing one, is repeated.
   *
   * @throws IllegalArgumentException if the shapes do not match
   */
  public static int[] broadcast(int[] a, int[] b) {
    int rank = Math.max(a.length, b.length);
    int[] result = new int[rank];
    for (int axis = 1; axis <= rank; axis++) {
      int extentA = axis <= a.length ? a[a.length - axis] : 1;
      int extentB = axis <= b.length ? b[b.length - axis] : 1;
      if (extentA != extentB && extentA != 1 && extentB != 1) {
        throw new IllegalArgumentException(
            "shapes " + Arrays.toString(a) + " and " + Arrays.toString(b) + " do not match");
      }
      result[rank - axis] = extentA == 1 ? extentB : extentA;
    }
    return result;
  }

  /**
   * Checks an argument's number of axes and the extents that are known.
   *
   * @param argument the argument's name, for the message
   * @param form the expected shape in words, for example {@code "[N, 3]"}
   * @param expected the extents, -1 where any will do
   * @throws IllegalArgumentException naming argument, form and actual shape
   */
  public static void check(String argument, String form, Tensor actual, int... expected) {
    boolean fits = actual.rank() == expected.length;
    for (int axis = 0; fits && axis < expected.length; axis++) {
      fits = expected[axis] == -1 || expected[axis] == actual.dim(axis);
    }
    if (!fits) {
      throw new IllegalArgumentException(
          argument + " must be " + form + ", was " + Arrays.toString(actual.shape()));
    }
  }
}
