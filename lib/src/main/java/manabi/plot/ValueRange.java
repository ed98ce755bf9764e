package manabi.plot;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The numbers that get the first and the last colour of a map.
 *
 * @param low gets the first
 * @param high gets the last
 */
record ValueRange(double low, double high) {

  ValueRange {
    if (!(low < high) || !Double.isFinite(high - low)) {
      throw new IllegalArgumentException(
          "range must go from a low to a higher finite number, was %s to %s".formatted(low, high));
    }
  }

  /** Returns the range of all finite numbers, widened to 1 if they are all the same. */
  static ValueRange of(DoubleStream values) {
    DoubleSummaryStatistics all = values.filter(Double::isFinite).summaryStatistics();
    if (all.getCount() == 0) {
      throw new IllegalArgumentException("values must hold a finite number, had none");
    }
    return all.getMin() < all.getMax()
        ? new ValueRange(all.getMin(), all.getMax())
        : new ValueRange(all.getMin() - 0.5, all.getMax() + 0.5);
  }

  /** Returns the range that has 0 in the middle and holds all finite numbers. */
  static ValueRange symmetric(DoubleStream values) {
    double reach = values.filter(Double::isFinite).map(Math::abs).max().orElse(0);
    return reach > 0 ? new ValueRange(-reach, reach) : new ValueRange(-1, 1);
  }

  /** Returns the ends and what lies between when the range is cut into equal parts. */
  double[] places(int parts) {
    return IntStream.rangeClosed(0, parts)
        .mapToDouble(i -> low + i * (high - low) / parts)
        .toArray();
  }

  /** Returns where a number lies: 0 at {@code low}, 1 at {@code high}; NaN if it is not finite. */
  double fraction(double value) {
    return Double.isFinite(value) ? (value - low) / (high - low) : Double.NaN;
  }
}
