package manabi.tensor.op;

/** {@code y = x^2}, elementwise. */
public final class Square extends Elementwise {

  @Override
  void map(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= values[i];
    }
  }

  @Override
  void chain(float[] gradient, float[] x, float[] y) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= 2 * x[i];
    }
  }
}
