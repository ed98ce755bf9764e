package manabi.tensor.op;

/** {@code y = ln x}, elementwise; -infinity at 0, NaN below. */
public final class Log extends Elementwise {

  @Override
  void map(float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] = (float) Math.log(values[i]);
    }
  }

  @Override
  void chain(float[] gradient, float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      gradient[i] /= x[i];
    }
  }
}
