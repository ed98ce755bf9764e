package manabi.plot;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import manabi.tensor.Tensor;

/**
 * The checked entries of a heat map.
 *
 * @param entries rows of equal length; two matrices are equal only if they share them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Matrix(double[][] entries) {

  static Matrix of(double[][] entries) {
    if (entries.length == 0 || entries[0].length == 0) {
      throw new IllegalArgumentException("matrix must hold at least one number, was empty");
    }
    for (int i = 0; i < entries.length; i++) {
      if (entries[i].length != entries[0].length) {
        throw new IllegalArgumentException(
            "rows of the matrix must be equally long, row 0 has %d, row %d has %d"
                .formatted(entries[0].length, i, entries[i].length));
      }
    }
    return new Matrix(Arrays.stream(entries).map(double[]::clone).toArray(double[][]::new));
  }

  static Matrix of(Tensor tensor) {
    if (tensor.rank() != 2) {
      throw new IllegalArgumentException(
          "matrix must be [rows, columns], was " + Arrays.toString(tensor.shape()));
    }
    double[][] entries = new double[tensor.dim(0)][tensor.dim(1)];
    for (int i = 0; i < entries.length; i++) {
      for (int j = 0; j < entries[i].length; j++) {
        entries[i][j] = tensor.data()[i * entries[i].length + j];
      }
    }
    return of(entries);
  }

  int rows() {
    return entries.length;
  }

  int columns() {
    return entries[0].length;
  }

  DoubleStream values() {
    return Arrays.stream(entries).flatMapToDouble(Arrays::stream);
  }

  /** Returns whether all entries are whole numbers, such as counts. */
  boolean whole() {
    return values().allMatch(v -> v == Math.rint(v) && Double.isFinite(v));
  }

  Object[] rowNumbers() {
    return numbers(rows());
  }

  Object[] columnNumbers() {
    return numbers(columns());
  }

  private static Object[] numbers(int count) {
    return IntStream.range(0, count).boxed().toArray();
  }
}
