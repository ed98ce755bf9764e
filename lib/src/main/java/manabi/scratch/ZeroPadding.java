package manabi.scratch;

/**
 * How many zeros stand before and after an axis of {@code I} numbers, over which a window of {@code
 * F} moves by {@code S}. Slides: "ゼロパディング", "パラメータ互換性" (letters as there).
 *
 * @param start zeros before the first number, 0 or more
 * @param end zeros after the last, 0 or more
 */
public record ZeroPadding(int start, int end) {

  /**
   * Checks both numbers.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public ZeroPadding {
    if (start < 0 || end < 0) {
      throw new IllegalArgumentException(
          "start and end must be 0 or more, were %d and %d".formatted(start, end));
    }
  }

  /** Returns mode Valid: no zeros; a last window that does not fit is dropped. */
  public static ZeroPadding valid() {
    return new ZeroPadding(0, 0);
  }

  /**
   * Returns mode Same, "half" padding: as many zeros as give {@code I / S} windows, rounded up. Of
   * {@code T = max(0, S ceil(I / S) - I + F - S)} zeros the smaller half stands before.
   */
  public static ZeroPadding same(int i, int f, int s) {
    int total = Math.max(0, s * ((i + s - 1) / s) - i + f - s);
    return new ZeroPadding(total / 2, (total + 1) / 2);
  }

  /** Returns mode Full, {@code F - 1} on both sides: the largest that leaves no window empty. */
  public static ZeroPadding full(int f) {
    return new ZeroPadding(f - 1, f - 1);
  }

  /**
   * Returns how many windows there are, {@code O = (I - F + start + end) / S + 1}, rounded down.
   *
   * @throws IllegalArgumentException if not even one fits
   */
  public int outputSize(int i, int f, int s) {
    int room = i - f + start + end;
    if (room < 0) {
      throw new IllegalArgumentException(
          "a window of F = %d must fit into I + start + end = %d numbers"
              .formatted(f, i + start + end));
    }
    return room / s + 1;
  }

  /** Returns an image {@code [H, W]} with the zeros around it, on both axes alike. */
  public double[][] around(double[][] image) {
    double[][] padded = new double[start + image.length + end][start + image[0].length + end];
    for (int row = 0; row < image.length; row++) {
      System.arraycopy(image[row], 0, padded[start + row], start, image[row].length);
    }
    return padded;
  }
}
