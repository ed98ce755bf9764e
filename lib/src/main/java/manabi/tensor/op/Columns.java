package manabi.tensor.op;

import manabi.tensor.compute.Parallel;

/** Sums over the rows of a matrix: in double, by all threads, in a fixed order. */
final class Columns {

  private Columns() {}

  /** Adds what some rows contribute. */
  @FunctionalInterface
  interface Terms {
    void add(double[] sums, int fromRow, int toRow);
  }

  /** Returns {@code width} sums over all rows. */
  static double[] sum(int rows, int width, Terms terms) {
    double[][] parts = new double[Parallel.parts(rows)][width];
    Parallel.run(rows, (part, from, to) -> terms.add(parts[part], from, to));
    double[] sum = parts[0];
    for (int part = 1; part < parts.length; part++) {
      for (int j = 0; j < width; j++) {
        sum[j] += parts[part][j];
      }
    }
    return sum;
  }

  /** Returns {@code count} of the sums from {@code offset}, in float. */
  static float[] part(double[] sums, int offset, int count) {
    float[] part = new float[count];
    for (int j = 0; j < count; j++) {
      part[j] = (float) sums[offset + j];
    }
    return part;
  }
}
