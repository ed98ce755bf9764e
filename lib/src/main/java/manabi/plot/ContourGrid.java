package manabi.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * A function's heights on a grid, and the lines of equal height between them. The arrays are not
 * copied.
 *
 * @param x columns, from left to right
 * @param y rows, from bottom to top
 * @param z at row i and column j the height at {@code (x[j], y[i])}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ContourGrid(double[] x, double[] y, double[][] z) {

  /** A straight piece of a contour line. */
  record Segment(double x1, double y1, double x2, double y2) {}

  static ContourGrid of(DoubleBinaryOperator f, ValueRange xRange, ValueRange yRange, int cells) {
    double[] x = xRange.places(cells);
    double[] y = yRange.places(cells);
    double[][] z =
        Arrays.stream(y)
            .mapToObj(b -> Arrays.stream(x).map(a -> f.applyAsDouble(a, b)).toArray())
            .toArray(double[][]::new);
    return new ContourGrid(x, y, z);
  }

  ValueRange xRange() {
    return new ValueRange(x[0], x[x.length - 1]);
  }

  ValueRange yRange() {
    return new ValueRange(y[0], y[y.length - 1]);
  }

  /** Returns about {@code count} round heights, evenly spaced, strictly between all heights. */
  double[] levels(int count) {
    ValueRange heights = ValueRange.of(Arrays.stream(z).flatMapToDouble(Arrays::stream));
    double rough = (heights.high() - heights.low()) / (count + 1);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double lead = rough / power;
    double step = power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    long first = (long) Math.floor(heights.low() / step) + 1;
    long last = (long) Math.ceil(heights.high() / step) - 1;
    return first > last
        ? new double[] {(heights.low() + heights.high()) / 2}
        : IntStream.rangeClosed(0, (int) (last - first))
            .mapToDouble(i -> (first + i) * step)
            .toArray();
  }

  /**
   * Returns the line of one height: in each triangle of half a cell it is straight between the two
   * sides that cross the height.
   */
  List<Segment> line(double height) {
    List<Segment> line = new ArrayList<>();
    for (int i = 0; i + 1 < y.length; i++) {
      for (int j = 0; j + 1 < x.length; j++) {
        addLine(line, height, corner(i, j), corner(i, j + 1), corner(i + 1, j));
        addLine(line, height, corner(i + 1, j + 1), corner(i, j + 1), corner(i + 1, j));
      }
    }
    return line;
  }

  private record Corner(double x, double y, double z) {}

  private Corner corner(int i, int j) {
    return new Corner(x[j], y[i], z[i][j]);
  }

  private static void addLine(List<Segment> line, double height, Corner... triangle) {
    List<double[]> ends = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      Corner a = triangle[k];
      Corner b = triangle[(k + 1) % 3];
      if (Double.isFinite(a.z + b.z) && (a.z < height) != (b.z < height)) {
        double share = (height - a.z) / (b.z - a.z);
        ends.add(new double[] {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)});
      }
    }
    if (ends.size() == 2) {
      line.add(new Segment(ends.get(0)[0], ends.get(0)[1], ends.get(1)[0], ends.get(1)[1]));
    }
  }
}
