package manabi.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One named set of points and how it is drawn. The arrays are not copied; two series are equal only
 * if they share them.
 *
 * @param name shown in the legend; empty for what belongs to another series
 * @param x horizontal values
 * @param y vertical values; NaN and infinite ones are gaps
 * @param mark how the points are drawn
 * @param color place in the palette
 * @param labels texts at the points, one each, or none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Series(String name, double[] x, double[] y, Mark mark, int color, List<String> labels) {

  /** How points are drawn. */
  enum Mark {
    LINE,
    POINTS,
    /** A line with the area down to zero filled, as the outline of a histogram. */
    OUTLINE,
    /** The filled area within the points, without a line. */
    BAND
  }

  Series {
    requireSameLength("x of " + quoted(name), x.length, "values", y.length);
    if (Arrays.stream(y).noneMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "values of %s must hold a finite number, had none".formatted(quoted(name)));
    }
    if (!Arrays.stream(x).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("x of " + quoted(name) + " must be finite");
    }
  }

  Series(String name, double[] x, double[] y, Mark mark, int color) {
    this(name, x, y, mark, color, List.of());
  }

  /** Returns the value, or NaN for any that no chart can show. */
  double[] gappedY(boolean logarithmic) {
    return Arrays.stream(y)
        .map(v -> Double.isFinite(v) && (v > 0 || !logarithmic) ? v : Double.NaN)
        .toArray();
  }

  /**
   * Returns whether the text of a point goes below it: another text stands above, at a point that
   * is nearer than a twentieth of what the points span.
   */
  boolean labelBelow(int index) {
    ValueRange xRange = ValueRange.of(Arrays.stream(x));
    ValueRange yRange = ValueRange.of(Arrays.stream(y));
    return IntStream.range(0, index)
        .anyMatch(
            i ->
                Math.abs(xRange.fraction(x[i]) - xRange.fraction(x[index])) < 0.05
                    && Math.abs(yRange.fraction(y[i]) - yRange.fraction(y[index])) < 0.05
                    && !labelBelow(i));
  }

  static double[] count(int length) {
    double[] x = new double[length];
    Arrays.setAll(x, i -> i + 1.0);
    return x;
  }

  static void requireSameLength(String what, int length, String other, int otherLength) {
    if (length != otherLength) {
      throw new IllegalArgumentException(
          "%s must have as many numbers as %s, %d, was %d"
              .formatted(what, other, otherLength, length));
    }
  }

  private static String quoted(String name) {
    return "'" + name + "'";
  }
}
