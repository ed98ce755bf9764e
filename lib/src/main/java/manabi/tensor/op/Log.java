package manabi.tensor.op;

/** {@code y = ln x}, elementwise; -infinity at 0, NaN below. */
public final class Log extends Elementwise {

  @Override
  void map(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.log(values[i]);
    }
  }

  @Override
  void chain(float[] gradient, float[] x, float[] y) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] /= x[i];
    }
  }
}
