package manabi.tensor.op;

/**
 * {@code y = x} above 0, {@code alpha (exp(x) - 1)} below, elementwise; smooth at 0 for alpha 1.
 * (The slide's form as a maximum would take the exponential for large x.) Source: Clevert,
 * Unterthiner and Hochreiter (2016), Fast and Accurate Deep Network Learning by Exponential Linear
 * Units.
 */
public final class Elu extends Elementwise {

  private final float alpha;

  /**
   * Makes the operation.
   *
   * @param alpha the limit far below 0 is {@code -alpha}; above 0
   */
  public Elu(double alpha) {
    if (!(alpha > 0 && alpha < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("alpha must be above 0, was " + alpha);
    }
    this.alpha = (float) alpha;
  }

  @Override
  void map(float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      if (values[i] <= 0) {
        values[i] = (float) (alpha * Math.expm1(values[i]));
      }
    }
  }

  @Override
  void chain(float[] gradient, float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      gradient[i] *= x[i] > 0 ? 1 : y[i] + alpha;
    }
  }
}
