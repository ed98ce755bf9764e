package manabi.optim;

/**
 * AdaGrad with means instead of sums, and with steps of the size of earlier steps, so that a
 * learning rate of 1 fits any problem:
 *
 * <pre>{@code
 * s = rho s + (1 - rho) g^2      step = -sqrt((d + epsilon) / (s + epsilon)) g
 * d = rho d + (1 - rho) step^2   w = w + learningRate step
 * }</pre>
 *
 * <p>Slides: "Adadelta". Source: Zeiler (2012), ADADELTA: An Adaptive Learning Rate Method.
 */
public final class AdaDelta extends Optimizer {

  private final float rho;
  private final float epsilon;

  /** Makes an optimiser with Keras' defaults: 0.001 (the paper has 1), 0.95, 1e-7. */
  public AdaDelta() {
    this(0.001);
  }

  /** Makes an optimiser with this learning rate, above 0, and Keras' other defaults. */
  public AdaDelta(double learningRate) {
    this(learningRate, 0.95, 1e-7);
  }

  /**
   * Makes an optimiser.
   *
   * @param learningRate above 0
   * @param rho share of the old means, in [0, 1)
   * @param epsilon added below the roots, above 0: the first steps are about its root
   */
  public AdaDelta(double learningRate, double rho, double epsilon) {
    super(learningRate);
    this.rho = (float) Settings.requireShare("rho", rho);
    this.epsilon = (float) Settings.requirePositive("epsilon", epsilon);
  }

  @Override
  int stateSize() {
    return 2;
  }

  @Override
  void update(float[] w, float[] g, float[][] state, int step) {
    float[] s = state[0];
    float[] d = state[1];
    float rate = rate(step);
    for (int i = 0; i < w.length; i++) {
      s[i] = rho * s[i] + (1 - rho) * g[i] * g[i];
      float move = (float) -Math.sqrt((d[i] + epsilon) / (s[i] + epsilon)) * g[i];
      d[i] = rho * d[i] + (1 - rho) * move * move;
      w[i] += rate * move;
    }
  }
}
