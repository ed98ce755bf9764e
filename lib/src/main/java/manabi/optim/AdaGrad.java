package manabi.optim;

/**
 * Adaptive gradients: steps are divided by how large all gradients so far have been together, and
 * become smaller and smaller.
 *
 * <pre>{@code
 * s = s + g^2      w = w - learningRate g / sqrt(s + epsilon)
 * }</pre>
 *
 * <p>Slides: "Adagrad". Source: Duchi, Hazan and Singer (2011), Adaptive Subgradient Methods for
 * Online Learning and Stochastic Optimization.
 */
public final class AdaGrad extends Optimizer {

  private final float start;
  private final float epsilon;

  /** Makes an optimiser with Keras' defaults: 0.001, sums that start at 0.1, 1e-7. */
  public AdaGrad() {
    this(0.001);
  }

  /** Makes an optimiser with this learning rate, above 0, and Keras' other defaults. */
  public AdaGrad(double learningRate) {
    this(learningRate, 0.1, 1e-7);
  }

  /**
   * Makes an optimiser.
   *
   * @param learningRate above 0
   * @param start where the sums of squared gradients start, 0 or more
   * @param epsilon added below the root, above 0
   */
  public AdaGrad(double learningRate, double start, double epsilon) {
    super(learningRate);
    if (!(start >= 0) || Double.isInfinite(start)) {
      throw new IllegalArgumentException("start must be 0 or more, was " + start);
    }
    this.start = (float) start;
    this.epsilon = (float) Settings.requirePositive("epsilon", epsilon);
  }

  @Override
  int stateSize() {
    return 1;
  }

  @Override
  void update(float[] w, float[] g, float[][] state, int step) {
    float[] s = state[0];
    float rate = rate(step);
    for (int i = 0; i < w.length; i++) {
      s[i] = (step == 1 ? start : s[i]) + g[i] * g[i];
      w[i] -= rate * g[i] / (float) Math.sqrt(s[i] + epsilon);
    }
  }
}
