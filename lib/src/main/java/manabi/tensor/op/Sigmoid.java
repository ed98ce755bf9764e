package manabi.tensor.op;

import manabi.tensor.compute.Kernels;

/** {@code y = 1 / (1 + exp(-x))}, elementwise, in (0, 1). Slides: "Sigmoid関数". */
public final class Sigmoid extends Elementwise {

  @Override
  void map(float[] values, int from, int to) {
    Kernels.best().sigmoid(values, from, to - from);
  }

  @Override
  void chain(float[] gradient, float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      gradient[i] *= y[i] * (1 - y[i]);
    }
  }
}
