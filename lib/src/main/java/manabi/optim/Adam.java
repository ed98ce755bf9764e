package manabi.optim;

import manabi.tensor.compute.Parallel;

/**
 * Adaptive moment estimation, with bias correction:
 *
 * <pre>{@code
 * v = beta1 v + (1 - beta1) g      s = beta2 s + (1 - beta2) g^2
 * w = w - learningRate (v / (1 - beta1^t)) / (sqrt(s / (1 - beta2^t)) + epsilon)
 * }</pre>
 *
 * <p>Keras adds epsilon to the root before its correction, where it counts up to 32 times as much
 * in the first steps; this shows in gradients near 1e-6 and below.
 *
 * <p>Slides: "最適化" (the print leaves out the correction). Source: Kingma and Ba (2015), Adam: A
 * Method for Stochastic Optimization.
 */
public final class Adam extends Optimizer {

  private final double learningRate;
  private final float beta1;
  private final float beta2;
  private final float epsilon;

  /** Makes an optimiser with Keras' defaults: 0.001, 0.9, 0.999, 1e-7. */
  public Adam() {
    this(0.001);
  }

  /** Makes an optimiser with this learning rate, above 0, and Keras' other defaults. */
  public Adam(double learningRate) {
    this(learningRate, 0.9, 0.999, 1e-7);
  }

  /**
   * Makes an optimiser.
   *
   * @param learningRate above 0
   * @param beta1 share of the old mean of gradients, in [0, 1)
   * @param beta2 share of the old mean of squared gradients, in [0, 1)
   * @param epsilon added to the root, above 0
   */
  public Adam(double learningRate, double beta1, double beta2, double epsilon) {
    this.learningRate = requireLearningRate(learningRate);
    this.beta1 = (float) requireShare("beta1", beta1);
    this.beta2 = (float) requireShare("beta2", beta2);
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("epsilon must be above 0, was " + epsilon);
    }
    this.epsilon = (float) epsilon;
  }

  private static double requireShare(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1), was " + value);
    }
    return value;
  }

  @Override
  int stateSize() {
    return 2;
  }

  @Override
  void update(float[] w, float[] g, float[][] state, int step) {
    double correction2 = 1 - Math.pow(beta2, step);
    float rate = (float) (learningRate / (1 - Math.pow(beta1, step)));
    float rootCorrection = (float) (1 / Math.sqrt(correction2));
    Parallel.run(w.length, (part, from, to) -> update(w, g, state, rate, rootCorrection, from, to));
  }

  private void update(
      float[] w, float[] g, float[][] state, float rate, float rootCorrection, int from, int to) {
    float[] v = state[0];
    float[] s = state[1];
    float b1 = beta1;
    float b2 = beta2;
    float e = epsilon;
    for (int i = from; i < to; i++) {
      float gi = g[i];
      float vi = b1 * v[i] + (1 - b1) * gi;
      float si = b2 * s[i] + (1 - b2) * gi * gi;
      v[i] = vi;
      s[i] = si;
      w[i] -= rate * vi / ((float) Math.sqrt(si) * rootCorrection + e);
    }
  }
}
