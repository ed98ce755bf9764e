package manabi.tensor.op;

/** {@code y = exp(x)}, elementwise. */
public final class Exp extends Elementwise {

  @Override
  void map(float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] = (float) Math.exp(values[i]);
    }
  }

  @Override
  void chain(float[] gradient, float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      gradient[i] *= y[i];
    }
  }
}
