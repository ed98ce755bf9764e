package manabi.tensor.op;

/**
 * A long short-term memory over a sequence, inputs and output as in {@link Recurrence} with four
 * gates in the order input, forget, candidate, output:
 *
 * <pre>{@code
 * i, f, o = sigmoid(x_t Wx + h_{t-1} Wh + b)    g = tanh(x_t Wx + h_{t-1} Wh + b)
 * c_t = f c_{t-1} + i g                         h_t = o tanh(c_t)
 * }</pre>
 *
 * <p>Slides: "リカレントネットワーク(6/13)". Source: Hochreiter and Schmidhuber (1997), Long Short-Term
 * Memory, Neural Computation 9(8); forget gate by Gers et al. (2000).
 */
public final class LstmSequence extends Recurrence {

  /**
   * Makes the operation.
   *
   * @param backward whether the sequence is read from its end
   */
  public LstmSequence(boolean backward) {
    super(4, backward);
  }

  @Override
  Run newRun(int first, int n, int steps, int hidden) {
    return new CellRun(first, n, steps, hidden);
  }

  private static final class CellRun extends Run {

    /** Cell states {@code [T + 1, n, H]}; the first is zero. */
    private final float[] cells;

    /** Hyperbolic tangents of the cell states after each step, {@code [T, n, H]}. */
    private final float[] squashed;

    /** Derivative by the cell state after the step that is walked back. */
    private final float[] dCells;

    CellRun(int first, int n, int steps, int hidden) {
      super(first, n, steps, hidden);
      cells = new float[(steps + 1) * n * hidden];
      squashed = new float[steps * n * hidden];
      dCells = new float[n * hidden];
    }

    @Override
    void step(int t) {
      int h = hidden;
      int size = n * h;
      for (int row = 0; row < n; row++) {
        int gate = (t * n + row) * 4 * h;
        KERNELS.sigmoid(gates, gate, 2 * h);
        KERNELS.tanh(gates, gate + 2 * h, h);
        KERNELS.sigmoid(gates, gate + 3 * h, h);
        int before = t * size + row * h;
        for (int j = 0; j < h; j++) {
          float in = gates[gate + j];
          float forget = gates[gate + h + j];
          float candidate = gates[gate + 2 * h + j];
          cells[before + size + j] = forget * cells[before + j] + in * candidate;
        }
      }
      System.arraycopy(cells, (t + 1) * size, squashed, t * size, size);
      KERNELS.tanh(squashed, t * size, size);
      for (int row = 0; row < n; row++) {
        int gate = (t * n + row) * 4 * h + 3 * h;
        int at = t * size + row * h;
        for (int j = 0; j < h; j++) {
          states[at + size + j] = gates[gate + j] * squashed[at + j];
        }
      }
    }

    @Override
    void stepBack(int t, float[] dh) {
      int h = hidden;
      for (int row = 0; row < n; row++) {
        int gate = (t * n + row) * 4 * h;
        int at = (t * n + row) * h;
        for (int j = 0; j < h; j++) {
          float in = gates[gate + j];
          float forget = gates[gate + h + j];
          float candidate = gates[gate + 2 * h + j];
          float out = gates[gate + 3 * h + j];
          float tanh = squashed[at + j];
          float dState = dh[row * h + j];
          float dCell = dCells[row * h + j] + dState * out * (1 - tanh * tanh);
          gates[gate + j] = dCell * candidate * in * (1 - in);
          gates[gate + h + j] = dCell * cells[at + j] * forget * (1 - forget);
          gates[gate + 2 * h + j] = dCell * in * (1 - candidate * candidate);
          gates[gate + 3 * h + j] = dState * tanh * out * (1 - out);
          dCells[row * h + j] = dCell * forget;
        }
      }
    }
  }
}
