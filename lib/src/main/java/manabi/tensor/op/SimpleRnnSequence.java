package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.Tensor;

/**
 * An Elman network over a sequence: {@code h_t = tanh(x_t Wx + b + h_{t-1} Wh)}, inputs and output
 * as in {@link Recurrence} with one gate. Slides: "リカレントネットワーク(2/13)". Source: Elman (1990),
 * Finding Structure in Time, Cognitive Science 14(2).
 */
public final class SimpleRnnSequence extends Recurrence {

  /**
   * Makes the operation.
   *
   * @param everyState whether the output is the state after every step, not only after the last
   */
  public SimpleRnnSequence(SequenceRows places, boolean everyState) {
    super(1, places, everyState);
  }

  @Override
  TimeRun newRun(RunShare share, Tensor... inputs) {
    return new TanhRun(share);
  }

  private static final class TanhRun extends TimeRun {

    private final float[] h = gates[0];

    TanhRun(RunShare share) {
      super(share);
    }

    @Override
    void step(int at) {
      addProduct(0, states, h, at);
      KERNELS.tanh(h, at, size);
      System.arraycopy(h, at, states, at + size, size);
    }

    @Override
    void stepBack(int at) {
      for (int i = 0; i < size; i++) {
        h[at + i] = dh[i] * (1 - h[at + i] * h[at + i]); // tanh'(z) = 1 - tanh(z)^2
      }
      Arrays.fill(dh, 0);
      addProductBack(0, h, at, dh);
    }
  }
}
