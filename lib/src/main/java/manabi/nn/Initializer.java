package manabi.nn;

import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/** Starting values of parameters, as Keras' defaults have them. Slides: "重みの初期化". */
final class Initializer {

  private Initializer() {}

  /**
   * Returns numbers drawn evenly from {@code ±sqrt(6 / (fanIn + fanOut))}. Source: Glorot and
   * Bengio (2010), Understanding the difficulty of training deep feedforward neural networks.
   */
  static Tensor glorotUniform(RandomGenerator random, int fanIn, int fanOut, int... shape) {
    double limit = Math.sqrt(6.0 / (fanIn + fanOut));
    return Tensor.randomUniform(random, -limit, limit, shape);
  }

  /**
   * Returns a matrix {@code [H, columns]} with H ≤ columns whose rows are orthonormal, from normal
   * random numbers by the Gram-Schmidt process (taken twice, against rounding). Source: Saxe et al.
   * (2014), Exact solutions to the nonlinear dynamics of learning in deep linear networks.
   */
  static Tensor orthogonal(RandomGenerator random, int rows, int columns) {
    double[][] q = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        q[i][j] = random.nextGaussian();
      }
      for (int pass = 0; pass < 2; pass++) {
        for (int earlier = 0; earlier < i; earlier++) {
          addScaled(q[i], q[earlier], -dot(q[i], q[earlier]));
        }
        double norm = Math.sqrt(dot(q[i], q[i]));
        addScaled(q[i], q[i], 1 / norm - 1);
      }
    }
    return Tensor.matrix(q);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void addScaled(double[] a, double[] b, double factor) {
    for (int i = 0; i < a.length; i++) {
      a[i] += factor * b[i];
    }
  }
}
