package manabi.tensor.op;

/**
 * An Elman network over a sequence: {@code h_t = tanh(x_t Wx + h_{t-1} Wh + b)}, inputs and output
 * as in {@link Recurrence} with one gate. Slides: "リカレントネットワーク(2/13)". Source: Elman (1990),
 * Finding Structure in Time, Cognitive Science 14(2).
 */
public final class SimpleRnnSequence extends Recurrence {

  /**
   * Makes the operation.
   *
   * @param backward whether the sequence is read from its end
   */
  public SimpleRnnSequence(boolean backward) {
    super(1, backward);
  }

  @Override
  Run newRun(int first, int n, int steps, int hidden) {
    return new TanhRun(first, n, steps, hidden);
  }

  private static final class TanhRun extends Run {

    TanhRun(int first, int n, int steps, int hidden) {
      super(first, n, steps, hidden);
    }

    @Override
    void step(int t) {
      int size = n * hidden;
      KERNELS.tanh(gates, t * size, size);
      System.arraycopy(gates, t * size, states, (t + 1) * size, size);
    }

    @Override
    void stepBack(int t, float[] dh) {
      int start = t * n * hidden;
      for (int i = 0; i < dh.length; i++) {
        float h = gates[start + i];
        gates[start + i] = dh[i] * (1 - h * h); // tanh'(z) = 1 - tanh(z)^2
      }
    }
  }
}
