package manabi.optim;

/** Stochastic gradient descent: {@code w = w - learningRate g}. Slides: "勾配法の式". */
public final class Sgd extends Optimizer {

  private final float learningRate;

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
    this.learningRate = (float) requireLearningRate(learningRate);
  }

  @Override
  int stateSize() {
    return 0;
  }

  @Override
  void update(float[] w, float[] g, float[][] state, int step) {
    for (int i = 0; i < w.length; i++) {
      w[i] -= learningRate * g[i];
    }
  }
}
