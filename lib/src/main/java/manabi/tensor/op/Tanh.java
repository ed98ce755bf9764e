package manabi.tensor.op;

import manabi.tensor.compute.Kernels;

/** {@code y = tanh x}, elementwise, in (-1, 1). */
public final class Tanh extends Elementwise {

  @Override
  void map(float[] values, int from, int to) {
    Kernels.best().tanh(values, from, to - from);
  }

  @Override
  void chain(float[] gradient, float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      gradient[i] *= 1 - y[i] * y[i];
    }
  }
}
