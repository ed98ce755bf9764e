package manabi.optim;

/**
 * How the learning rate changes while a network learns: large steps at first, small ones at the
 * end, as in {@code new Sgd(0.1).schedule(cosineDecay(300))}.
 *
 * <p>Slides: "学習率", "適応学習率法".
 */
@FunctionalInterface
public interface LearningRateSchedule {

  /** No change. */
  LearningRateSchedule CONSTANT = step -> 1;

  /**
   * Returns what the learning rate is multiplied by, 0 or more.
   *
   * @param step how many steps have been made: 0 for the first
   */
  double factor(int step);

  /**
   * Returns a schedule that multiplies the learning rate by the same number again and again: {@code
   * decayRate^(step / decaySteps)}.
   *
   * @param decaySteps steps until the rate is {@code decayRate} times what it was, 1 or more
   * @param decayRate above 0, 1 at most
   */
  static LearningRateSchedule exponentialDecay(int decaySteps, double decayRate) {
    requireSteps(decaySteps);
    if (!(decayRate > 0 && decayRate <= 1)) {
      throw new IllegalArgumentException("decayRate must be in (0, 1], was " + decayRate);
    }
    return step -> Math.pow(decayRate, (double) step / decaySteps);
  }

  /**
   * Returns a schedule that falls along half a wave: {@code (1 + cos(pi step / decaySteps)) / 2},
   * and stays 0 after that. Source: Loshchilov and Hutter (2017), SGDR: Stochastic Gradient Descent
   * with Warm Restarts.
   *
   * @param decaySteps steps until the rate is 0, 1 or more: those of the whole training
   */
  static LearningRateSchedule cosineDecay(int decaySteps) {
    requireSteps(decaySteps);
    return step -> (1 + Math.cos(Math.PI * Math.min(step, decaySteps) / decaySteps)) / 2;
  }

  private static void requireSteps(int decaySteps) {
    if (decaySteps < 1) {
      throw new IllegalArgumentException("decaySteps must be 1 or more, was " + decaySteps);
    }
  }
}
