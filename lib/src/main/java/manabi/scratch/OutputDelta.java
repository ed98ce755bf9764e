package manabi.scratch;

/**
 * Which slope of the output's sigmoid the backward pass takes: the lecture's program applies its
 * {@code d_sigmoid} once too often.
 */
public enum OutputDelta {
  /**
   * {@code sigmoid'(y)}, as the lecture's program has it: the slope at the output {@code y}, which
   * is squashed already. It is not the loss' gradient, but it is positive (0.197 to 0.25) wherever
   * the true slope is, so the network learns.
   */
  LECTURE {
    @Override
    double slope(double y) {
      return Functions.dSigmoid(y);
    }
  },
  /**
   * {@code sigmoid'(v) = y (1 - y)}, the slope at what went into the sigmoid: the true gradient.
   */
  TRUE {
    @Override
    double slope(double y) {
      return y * (1 - y);
    }
  };

  /** Returns the slope for an output {@code y = sigmoid(v)}. */
  abstract double slope(double y);
}
