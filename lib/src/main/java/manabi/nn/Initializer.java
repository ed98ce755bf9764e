package manabi.nn;

import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/**
 * How the weights of a layer start: drawn by chance, as far apart as the layer's size allows.
 * Slides: "重みの初期化", "Xavier初期化".
 */
public enum Initializer {
  /**
   * Even between {@code ±sqrt(6 / (fanIn + fanOut))}, where fans are how many numbers go into a
   * unit and how many units one number goes to; made for tanh, and Keras' default. Source: Glorot
   * and Bengio (2010; Glorot's first name is Xavier), Understanding the difficulty of training deep
   * feedforward neural networks.
   */
  GLOROT_UNIFORM {
    @Override
    Tensor draw(RandomGenerator random, int fanIn, int fanOut, int... shape) {
      double limit = Math.sqrt(6.0 / (fanIn + fanOut));
      return Tensor.randomUniform(random, -limit, limit, shape);
    }
  },
  /**
   * Normal with standard deviation {@code sqrt(2 / fanIn)}, made for ReLU, which lets only half of
   * its input through. (Keras cuts the ends off and keeps the deviation.) Source: He, Zhang, Ren
   * and Sun (2015), Delving Deep into Rectifiers.
   */
  HE_NORMAL {
    @Override
    Tensor draw(RandomGenerator random, int fanIn, int fanOut, int... shape) {
      return Tensor.randomNormal(random, shape).multiply(Math.sqrt(2.0 / fanIn));
    }
  },
  /** Normal with standard deviation 0.05, whatever the layer's size, as Keras' RandomNormal. */
  RANDOM_NORMAL {
    @Override
    Tensor draw(RandomGenerator random, int fanIn, int fanOut, int... shape) {
      return Tensor.randomNormal(random, shape).multiply(0.05);
    }
  };

  /** Returns new weights. */
  abstract Tensor draw(RandomGenerator random, int fanIn, int fanOut, int... shape);

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
