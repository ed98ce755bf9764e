package manabi.tensor.op;

import manabi.tensor.Operation;
import manabi.tensor.Tensor;

/** Numbers held between two limits; the gradient of what was cut is 0. */
public final class Clip extends Operation {

  private final float min;
  private final float max;
  private Tensor x;

  /** Makes an operation that keeps numbers in {@code [min, max]}. */
  public Clip(float min, float max) {
    this.min = min;
    this.max = max;
  }

  @Override
  protected Tensor forward(Tensor... inputs) {
    x = inputs[0];
    float[] y = x.toArray();
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.max(min, Math.min(max, y[i]));
    }
    return Tensor.of(y, x.shape());
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    float[] dx = gradient.toArray();
    for (int i = 0; i < dx.length; i++) {
      if (x.data()[i] < min || x.data()[i] > max) {
        dx[i] = 0;
      }
    }
    return new Tensor[] {Tensor.of(dx, x.shape())};
  }
}
