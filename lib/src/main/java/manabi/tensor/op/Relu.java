package manabi.tensor.op;

import manabi.tensor.compute.Kernels;

/** {@code y = max(0, x)}, elementwise; the derivative at 0 is 0. Slides: "ReLU関数". */
public final class Relu extends Elementwise {

  private static final Kernels KERNELS = Kernels.best();

  @Override
  void map(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, values[i]); // NaN stays NaN
    }
  }

  @Override
  void chain(float[] gradient, float[] x, float[] y) {
    KERNELS.gate(gradient, x);
  }
}
