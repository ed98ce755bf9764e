package manabi.scratch;

import java.util.Arrays;
import java.util.Random;

/** The few products of rows and matrices that the formulas need; a matrix is an array of rows. */
final class Matrix {

  private Matrix() {}

  /** Returns a matrix of independent normal numbers with mean 0. */
  static double[][] normal(int rows, int columns, double standardDeviation, Random random) {
    double[][] result = new double[rows][columns];
    for (double[] row : result) {
      for (int j = 0; j < columns; j++) {
        row[j] = standardDeviation * random.nextGaussian();
      }
    }
    return result;
  }

  /** Returns a copy that shares nothing with {@code m}. */
  static double[][] copy(double[][] m) {
    double[][] result = new double[m.length][];
    for (int i = 0; i < m.length; i++) {
      result[i] = m[i].clone();
    }
    return result;
  }

  /** Returns {@code a + b}. */
  static double[] plus(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int j = 0; j < sum.length; j++) {
      sum[j] += b[j];
    }
    return sum;
  }

  /** Returns the elementwise product {@code a * b}. */
  static double[] product(double[] a, double[] b) {
    double[] product = a.clone();
    for (int j = 0; j < product.length; j++) {
      product[j] *= b[j];
    }
    return product;
  }

  /** Returns the row {@code x m}, [columns of m]. */
  static double[] times(double[] x, double[][] m) {
    double[] result = new double[m[0].length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < result.length; j++) {
        result[j] += x[i] * m[i][j];
      }
    }
    return result;
  }

  /** Returns the row {@code x mᵀ}, [rows of m]. */
  static double[] timesTransposed(double[] x, double[][] m) {
    double[] result = new double[m.length];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < x.length; j++) {
        result[i] += x[j] * m[i][j];
      }
    }
    return result;
  }

  /** Adds the outer product {@code aᵀ b}, [length of a, length of b], to {@code m}. */
  static void addOuterProduct(double[][] m, double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        m[i][j] += a[i] * b[j];
      }
    }
  }

  /** Adds {@code other} to {@code m}. */
  static void add(double[][] m, double[][] other) {
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j < m[i].length; j++) {
        m[i][j] += other[i][j];
      }
    }
  }

  /** Subtracts {@code factor * step} from {@code m}. */
  static void subtract(double[][] m, double factor, double[][] step) {
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j < m[i].length; j++) {
        m[i][j] -= factor * step[i][j];
      }
    }
  }

  /** Returns the place of the largest entry, the first of equals. */
  static int argmax(double[] row) {
    int best = 0;
    for (int k = 1; k < row.length; k++) {
      best = row[k] > row[best] ? k : best;
    }
    return best;
  }

  /**
   * Checks a matrix' shape.
   *
   * @throws IllegalArgumentException naming the matrix, the expected and the actual shape
   */
  static void requireShape(String name, double[][] m, int rows, int columns) {
    boolean fits = m.length == rows;
    for (double[] row : m) {
      fits &= row.length == columns;
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "%s must be [%d, %d], was [%d, %d]"
              .formatted(name, rows, columns, m.length, m.length == 0 ? 0 : m[0].length));
    }
  }

  /** Sets every entry to 0. */
  static void clear(double[][] m) {
    for (double[] row : m) {
      Arrays.fill(row, 0);
    }
  }
}
