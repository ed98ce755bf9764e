package manabi.tensor.op;

/** {@code y = exp(x)}, elementwise. */
public final class Exp extends Elementwise {

  @Override
  void map(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.exp(values[i]);
    }
  }

  @Override
  void chain(float[] gradient, float[] x, float[] y) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= y[i];
    }
  }
}
