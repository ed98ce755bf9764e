package manabi.tensor.op;

/** {@code y = max(0, x)}, elementwise; the derivative at 0 is 0. Slides: "ReLU関数". */
public final class Relu extends Elementwise {

  @Override
  void map(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, values[i]); // NaN stays NaN
    }
  }

  @Override
  void chain(float[] gradient, float[] x, float[] y) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = x[i] > 0 ? gradient[i] : 0;
    }
  }
}
