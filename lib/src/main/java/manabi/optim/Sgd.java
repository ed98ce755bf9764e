package manabi.optim;

/**
 * Stochastic gradient descent: {@code w = w - learningRate g}; with momentum, as Keras has it, what
 * is left of earlier steps goes on:
 *
 * <pre>{@code
 * v = momentum v - learningRate g      w = w + v
 * }</pre>
 *
 * <p>Nesterov's form takes the gradient as if that step had been made: {@code w = w + momentum v -
 * learningRate g}. {@link Momentum} is the slides' form. Slides: "勾配法の式", "運動量". Source: Sutskever
 * et al. (2013), On the importance of initialization and momentum in deep learning.
 */
public final class Sgd extends Optimizer {

  private final float momentum;
  private final boolean nesterov;

  /** Makes an optimiser with learning rate 0.01. */
  public Sgd() {
    this(0.01);
  }

  /**
   * Makes an optimiser.
   *
   * @param learningRate above 0
   */
  public Sgd(double learningRate) {
    this(learningRate, 0, false);
  }

  /**
   * Makes an optimiser with momentum.
   *
   * @param learningRate above 0
   * @param momentum share of the last step that goes on, in [0, 1)
   * @param nesterov whether the gradient counts for the point that the momentum leads to
   */
  public Sgd(double learningRate, double momentum, boolean nesterov) {
    super(learningRate);
    this.momentum = (float) Settings.requireShare("momentum", momentum);
    this.nesterov = nesterov;
  }

  /** Returns the share of the last step that goes on, in [0, 1). */
  public double momentum() {
    return momentum;
  }

  @Override
  int stateSize() {
    return momentum == 0 ? 0 : 1;
  }

  @Override
  void update(float[] w, float[] g, float[][] state, int step) {
    float rate = rate(step);
    if (momentum == 0) {
      for (int i = 0; i < w.length; i++) {
        w[i] -= rate * g[i];
      }
      return;
    }
    float[] v = state[0];
    for (int i = 0; i < w.length; i++) {
      v[i] = momentum * v[i] - rate * g[i];
      w[i] += nesterov ? momentum * v[i] - rate * g[i] : v[i];
    }
  }
}
