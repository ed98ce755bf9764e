package manabi.tensor.op;

import manabi.tensor.compute.Kernels;

/** {@code y = max(0, x)}, elementwise; the derivative at 0 is 0. Slides: "ReLU関数". */
public final class Relu extends Elementwise {

  private static final Kernels KERNELS = Kernels.best();

  @Override
  void map(float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] = Math.max(0, values[i]); // NaN stays NaN
    }
  }

  @Override
  void chain(float[] gradient, float[] x, float[] y, int from, int to) {
    KERNELS.gate(gradient, x, from, to);
  }
}
