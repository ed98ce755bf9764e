package manabi.tensor.op;

import manabi.tensor.Operation;
import manabi.tensor.Tensor;

/**
 * What large weights cost, {@code l1 sum_i |w_i| + l2 sum_i w_i^2}, a scalar; the gradient is
 * {@code l1 sign(w) + 2 l2 w}, with sign 0 at 0.
 */
public final class WeightPenalty extends Operation {

  private final float l1;
  private final float l2;
  private Tensor weights;

  /** Makes an operation with these factors of absolute values and of squares. */
  public WeightPenalty(double l1, double l2) {
    this.l1 = (float) l1;
    this.l2 = (float) l2;
  }

  @Override
  protected Tensor forward(Tensor... inputs) {
    weights = inputs[0];
    double absolute = 0;
    double squares = 0;
    for (float w : weights.data()) {
      absolute += Math.abs(w);
      squares += (double) w * w;
    }
    return Tensor.scalar((float) (l1 * absolute + l2 * squares));
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    float g = gradient.item();
    Tensor dw = tensor(weights.shape());
    for (int i = 0; i < dw.size(); i++) {
      float w = weights.data()[i];
      dw.data()[i] = g * (l1 * Math.signum(w) + 2 * l2 * w);
    }
    return new Tensor[] {dw};
  }
}
