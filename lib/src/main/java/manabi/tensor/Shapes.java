package manabi.tensor;

import java.util.Arrays;

/** Arithmetic on shapes. */
final class Shapes {

  private Shapes() {}

  /**
   * Returns how many numbers a shape holds, 1 for the shape of a scalar.
   *
   * @throws IllegalArgumentException if an extent is negative
   */
  static long size(int... shape) {
    long size = 1;
    for (int extent : shape) {
      if (extent < 0) {
        throw new IllegalArgumentException(
            "extents must be 0 or more, were " + Arrays.toString(shape));
      }
      size *= extent;
    }
    return size;
  }
}
