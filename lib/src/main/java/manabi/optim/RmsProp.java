package manabi.optim;

/**
 * Root mean square propagation: steps are divided by how large gradients have been lately.
 *
 * <pre>{@code
 * s = rho s + (1 - rho) g^2      w = w - learningRate g / sqrt(s + epsilon)
 * }</pre>
 *
 * <p>Slides: "RMSprop" (which leave out epsilon and how s comes about). Source: Hinton (2012),
 * Neural Networks for Machine Learning, lecture 6.
 */
public final class RmsProp extends Optimizer {

  private final float rho;
  private final float epsilon;

  /** Makes an optimiser with Keras' defaults: 0.001, 0.9, 1e-7. */
  public RmsProp() {
    this(0.001);
  }

  /** Makes an optimiser with this learning rate, above 0, and Keras' other defaults. */
  public RmsProp(double learningRate) {
    this(learningRate, 0.9, 1e-7);
  }

  /**
   * Makes an optimiser.
   *
   * @param learningRate above 0
   * @param rho share of the old mean of squared gradients, in [0, 1)
   * @param epsilon added below the root, above 0
   */
  public RmsProp(double learningRate, double rho, double epsilon) {
    super(learningRate);
    this.rho = (float) Settings.requireShare("rho", rho);
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
      s[i] = rho * s[i] + (1 - rho) * g[i] * g[i];
      w[i] -= rate * g[i] / (float) Math.sqrt(s[i] + epsilon);
    }
  }
}
