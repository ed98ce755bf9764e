package manabi.language;

import manabi.tensor.Tensor;

/**
 * The Transformer's table of positions: waves whose length grows from column to column.
 *
 * <p>Slides: "Position Encodingの実装". Source: Vaswani et al. (2017), Attention Is All You Need,
 * section 3.5.
 */
public final class PositionEncoding {

  private PositionEncoding() {}

  /**
   * Returns the table, {@code [positions, size]}, entries in [-1, 1]: {@code sin(pos / 10000^(j /
   * size))} in even columns {@code j}, and the cosine of the same angle in the column after it.
   *
   * <p>Row 0 is all 0 instead of sin 0 and cos 0: it belongs to the padding. Computed in {@code
   * double}, then rounded.
   *
   * @param positions number of positions with the padding, at least 1
   * @param size length of a position's vector, at least 1; the slide's is 256
   * @throws IllegalArgumentException if a number is not positive
   */
  public static Tensor table(int positions, int size) {
    requirePositive("positions", positions);
    requirePositive("size", size);
    float[] table = new float[Math.multiplyExact(positions, size)];
    for (int pos = 1; pos < positions; pos++) {
      for (int j = 0; j < size; j++) {
        table[pos * size + j] = (float) entry(pos, j, size);
      }
    }
    return Tensor.of(table, positions, size);
  }

  /** Returns the entry of column {@code j} in a row {@code pos} of at least 1, unrounded. */
  static double entry(int pos, int j, int size) {
    int pair = j / 2; // a sine and the cosine after it share their angle
    double angle = pos / Math.pow(10_000, 2.0 * pair / size);
    return j % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be positive, was " + value);
    }
  }
}
