package manabi.scratch;

/**
 * The directions in which points spread most: a way to draw vectors of many numbers in the plane.
 *
 * <p>The directions are the first eigenvectors of the points' covariance, found by power iteration.
 * Source: Pearson (1901), On Lines and Planes of Closest Fit to Systems of Points in Space.
 */
public final class PrincipalComponents {

  private static final int MAX_ITERATIONS = 10_000;
  private static final double CONVERGED = 1e-14;

  private PrincipalComponents() {}

  /**
   * Returns the points' coordinates along the directions of largest spread, {@code [N,
   * dimensions]}, measured from their mean.
   *
   * <p>A direction points to where its largest entry is positive, so that equal points give an
   * equal picture.
   *
   * @param points {@code [N, D]}
   * @param dimensions how many directions, 1 to D
   * @throws IllegalArgumentException if there is no point, rows differ in length, or {@code
   *     dimensions} is out of range
   */
  public static double[][] project(double[][] points, int dimensions) {
    requireMatrix(points);
    if (dimensions < 1 || dimensions > points[0].length) {
      throw new IllegalArgumentException(
          "dimensions must be 1 to D = %d, was %d".formatted(points[0].length, dimensions));
    }
    double[][] centred = centred(points);
    double[][] covariance = covariance(centred);
    double[][] projected = new double[points.length][dimensions];
    for (int k = 0; k < dimensions; k++) {
      double[] direction = firstEigenvector(covariance);
      double variance = dot(direction, Matrix.times(direction, covariance));
      for (int n = 0; n < points.length; n++) {
        projected[n][k] = dot(centred[n], direction);
      }
      remove(covariance, direction, variance);
    }
    return projected;
  }

  private static double[][] centred(double[][] points) {
    double[][] centred = Matrix.copy(points);
    for (int j = 0; j < points[0].length; j++) {
      double mean = 0;
      for (double[] point : points) {
        mean += point[j] / points.length;
      }
      for (double[] point : centred) {
        point[j] -= mean;
      }
    }
    return centred;
  }

  private static double[][] covariance(double[][] centred) {
    double[][] covariance = new double[centred[0].length][centred[0].length];
    for (double[] point : centred) {
      Matrix.addOuterProduct(covariance, point, point);
    }
    return covariance;
  }

  /** Multiplies until the direction stays: what lies along the largest spread grows most. */
  private static double[] firstEigenvector(double[][] covariance) {
    double[] direction = longestRow(covariance);
    for (int i = 0; i < MAX_ITERATIONS && dot(direction, direction) > 0; i++) {
      double[] next = unit(Matrix.times(direction, covariance));
      boolean converged = 1 - Math.abs(dot(direction, next)) < CONVERGED;
      direction = next;
      if (converged) {
        break;
      }
    }
    return direction;
  }

  /** Starts near: a row of the covariance is not at a right angle to every large direction. */
  private static double[] longestRow(double[][] matrix) {
    double[] longest = matrix[0];
    for (double[] row : matrix) {
      if (dot(row, row) > dot(longest, longest)) {
        longest = row;
      }
    }
    return unit(longest);
  }

  /** Returns the vector with length 1 and a positive largest entry; zeros stay zeros. */
  private static double[] unit(double[] vector) {
    double largest = 0;
    for (double entry : vector) {
      largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
    }
    double length = Math.copySign(Math.sqrt(dot(vector, vector)), largest);
    double[] unit = vector.clone();
    for (int j = 0; j < unit.length && length != 0; j++) {
      unit[j] /= length;
    }
    return unit;
  }

  /** Takes one direction's spread out of the covariance. */
  private static void remove(double[][] covariance, double[] direction, double variance) {
    double[] scaled = direction.clone();
    for (int j = 0; j < scaled.length; j++) {
      scaled[j] *= -variance;
    }
    Matrix.addOuterProduct(covariance, scaled, direction);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static void requireMatrix(double[][] points) {
    if (points.length == 0 || points[0].length == 0) {
      throw new IllegalArgumentException("points must be [N, D], was empty");
    }
    for (int n = 1; n < points.length; n++) {
      if (points[n].length != points[0].length) {
        throw new IllegalArgumentException(
            "points must be [N, D] with D = %d, was %d numbers at point %d"
                .formatted(points[0].length, points[n].length, n));
      }
    }
  }
}
