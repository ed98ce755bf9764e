package manabi.tensor.op;

import manabi.tensor.compute.Kernels;

/** {@code y = tanh x}, elementwise, in (-1, 1). */
public final class Tanh extends Elementwise {

  @Override
  void map(float[] values) {
    Kernels.best().tanh(values, 0, values.length);
  }

  @Override
  void chain(float[] gradient, float[] x, float[] y) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= 1 - y[i] * y[i];
    }
  }
}
