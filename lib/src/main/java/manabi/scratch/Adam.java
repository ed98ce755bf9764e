package manabi.scratch;

import java.util.ArrayList;
import java.util.List;

/**
 * Adam in the form of the lecture's book: the bias corrections sit in the learning rate, {@code
 * lr_t = lr sqrt(1 - beta2^t) / (1 - beta1^t)}, and {@code 1e-7} outside the root.
 *
 * <p>Slides: "word2vec 実装". Source: Kingma and Ba (2015), Adam, ICLR, the reordered form at the end
 * of section 2. An object belongs to one list of parameters.
 */
public final class Adam {

  private static final double EPSILON = 1e-7;

  private final double learningRate;
  private final double beta1;
  private final double beta2;
  private final List<double[][]> m = new ArrayList<>();
  private final List<double[][]> v = new ArrayList<>();
  private int t;

  /** Makes the lecture's optimiser: learning rate 0.001, betas 0.9 and 0.999. */
  public Adam() {
    this(0.001, 0.9, 0.999);
  }

  /**
   * Makes an optimiser.
   *
   * @param learningRate length of a step, positive
   * @param beta1 memory of the gradient's mean, in [0, 1)
   * @param beta2 memory of the gradient's square, in [0, 1)
   * @throws IllegalArgumentException if a number is outside its range
   */
  public Adam(double learningRate, double beta1, double beta2) {
    if (!(learningRate > 0)) {
      throw new IllegalArgumentException("learningRate must be positive, was " + learningRate);
    }
    requireBeta("beta1", beta1);
    requireBeta("beta2", beta2);
    this.learningRate = learningRate;
    this.beta1 = beta1;
    this.beta2 = beta2;
  }

  /** Moves each parameter down its gradient, in place. */
  void update(List<double[][]> params, List<double[][]> grads) {
    if (t == 0) {
      for (double[][] param : params) {
        m.add(new double[param.length][param[0].length]);
        v.add(new double[param.length][param[0].length]);
      }
    }
    t++;
    double rate = learningRate * Math.sqrt(1 - Math.pow(beta2, t)) / (1 - Math.pow(beta1, t));
    for (int p = 0; p < params.size(); p++) {
      update(params.get(p), grads.get(p), m.get(p), v.get(p), rate);
    }
  }

  private void update(double[][] param, double[][] grad, double[][] m, double[][] v, double rate) {
    for (int i = 0; i < param.length; i++) {
      for (int j = 0; j < param[i].length; j++) {
        double g = grad[i][j];
        m[i][j] += (1 - beta1) * (g - m[i][j]);
        v[i][j] += (1 - beta2) * (g * g - v[i][j]);
        param[i][j] -= rate * m[i][j] / (Math.sqrt(v[i][j]) + EPSILON);
      }
    }
  }

  private static void requireBeta(String name, double beta) {
    if (!(beta >= 0 && beta < 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1), was " + beta);
    }
  }
}
