package manabi.tensor.op;

/** {@code y = x^2}, elementwise. */
public final class Square extends Elementwise {

  @Override
  void map(float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] *= values[i];
    }
  }

  @Override
  void chain(float[] gradient, float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      gradient[i] *= 2 * x[i];
    }
  }
}
