package manabi.tensor.op;

import manabi.tensor.compute.Kernels;

/** {@code y = 1 / (1 + exp(-x))}, elementwise, in (0, 1). Slides: "Sigmoid関数". */
public final class Sigmoid extends Elementwise {

  @Override
  void map(float[] values) {
    Kernels.best().sigmoid(values, 0, values.length);
  }

  @Override
  void chain(float[] gradient, float[] x, float[] y) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= y[i] * (1 - y[i]);
    }
  }
}
