package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;

/** Which keys a query of {@link Attention} may see. */
public final class AttentionMask {

  private static final Tensor ALL = Tensor.ones(1, 1, 1);

  /** Every query sees every key. */
  public static final AttentionMask NONE = new AttentionMask(false, ALL);

  /** A query sees the keys of its own step and of earlier ones: no look into the future. */
  public static final AttentionMask CAUSAL = new AttentionMask(true, ALL);

  private final boolean causal;
  private final Tensor visible;

  private AttentionMask(boolean causal, Tensor visible) {
    this.causal = causal;
    this.visible = visible;
  }

  /**
   * Returns this mask with more hidden: what either hides.
   *
   * @param visible {@code [N, T, S]}, 0 where a query must not see a key; an axis of extent 1 holds
   *     for all, as the T of padding, {@code [N, 1, S]}
   * @throws IllegalStateException if this mask has such an array already
   */
  public AttentionMask and(Tensor visible) {
    if (this.visible != ALL) {
      throw new IllegalStateException("the mask hides by an array already; multiply the two");
    }
    Shapes.check("visible", "[N, T, S]", visible, -1, -1, -1);
    return new AttentionMask(causal, visible);
  }

  void requireShape(int n, int t, int s) {
    int[] shape = {n, t, s};
    for (int axis = 0; axis < 3; axis++) {
      if (visible.dim(axis) != 1 && visible.dim(axis) != shape[axis]) {
        throw new IllegalArgumentException(
            "visible must be %s, or 1 in place of an extent, was %s"
                .formatted(Arrays.toString(shape), Arrays.toString(visible.shape())));
      }
    }
  }

  /** Sets to minus infinity what a query of a sample must not see of {@code s} numbers. */
  void hide(int sample, int step, float[] scores, int offset, int s) {
    if (causal && step + 1 < s) {
      Arrays.fill(scores, offset + step + 1, offset + s, Float.NEGATIVE_INFINITY);
    }
    if (visible == ALL) {
      return;
    }
    int extent = visible.dim(2);
    int row =
        (visible.dim(0) == 1 ? 0 : sample) * visible.dim(1) + (visible.dim(1) == 1 ? 0 : step);
    for (int i = 0; i < s; i++) {
      if (visible.data()[row * extent + (extent == 1 ? 0 : i)] == 0) {
        scores[offset + i] = Float.NEGATIVE_INFINITY;
      }
    }
  }
}
