package manabi.optim;

/**
 * Gradient descent along a running mean of the gradients, which damps oscillation:
 *
 * <pre>{@code
 * v = beta v + (1 - beta) g      w = w - learningRate v
 * }</pre>
 *
 * <p>Keras' form, without the factor {@code 1 - beta}, is {@link Sgd#Sgd(double, double, boolean)}:
 * its steps are up to {@code 1 / (1 - beta)} times as long. Slides: "運動量" (which leave out how v
 * comes about). Source: Polyak (1964), Some methods of speeding up the convergence of iteration
 * methods.
 */
public final class Momentum extends Optimizer {

  private final float beta;

  /** Makes an optimiser with beta 0.9. */
  public Momentum(double learningRate) {
    this(learningRate, 0.9);
  }

  /**
   * Makes an optimiser.
   *
   * @param learningRate above 0
   * @param beta share of the old mean, in [0, 1)
   */
  public Momentum(double learningRate, double beta) {
    super(learningRate);
    this.beta = (float) Settings.requireShare("beta", beta);
  }

  @Override
  int stateSize() {
    return 1;
  }

  @Override
  void update(float[] w, float[] g, float[][] state, int step) {
    float[] v = state[0];
    float rate = rate(step);
    for (int i = 0; i < w.length; i++) {
      v[i] = beta * v[i] + (1 - beta) * g[i];
      w[i] -= rate * v[i];
    }
  }
}
