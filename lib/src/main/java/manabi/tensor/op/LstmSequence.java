package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Buffers;
import manabi.tensor.compute.LstmKernels;

/**
 * A long short-term memory over a sequence, inputs and output as in {@link Recurrence} with four
 * gates in the order input, forget, candidate, output:
 *
 * <pre>{@code
 * i, f, o = sigmoid(x_t Wx + b + h_{t-1} Wh)    g = tanh(x_t Wx + b + h_{t-1} Wh)
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
   * @param everyState whether the output is the state after every step, not only after the last
   */
  public LstmSequence(SequenceRows places, boolean everyState) {
    super(4, places, everyState);
  }

  @Override
  TimeRun newRun(RunShare share, Tensor... inputs) {
    return new CellRun(share);
  }

  private static final class CellRun extends TimeRun {

    private static final LstmKernels CELLS = LstmKernels.best();

    /** Cell states {@code [T + 1, n, H]}; the first is zero. */
    private final float[] cells;

    /** Hyperbolic tangents of the cell states after each step, {@code [T, n, H]}. */
    private final float[] squashed;

    /** Derivative by the cell states after the step that is walked back. */
    private final float[] dCells;

    CellRun(RunShare share) {
      super(share);
      cells = fromZero();
      squashed = Buffers.take(kept * size);
      dCells = Buffers.zeros(size);
    }

    @Override
    void step(int at) {
      for (int gate = 0; gate < 4; gate++) {
        addProduct(gate, states, gates[gate], at);
      }
      KERNELS.sigmoid(gates[0], at, size);
      KERNELS.sigmoid(gates[1], at, size);
      KERNELS.tanh(gates[2], at, size);
      KERNELS.sigmoid(gates[3], at, size);
      CELLS.step(size, gates, cells, squashed, states, at);
    }

    @Override
    void carryOver() {
      super.carryOver();
      System.arraycopy(cells, size, cells, 0, size);
    }

    @Override
    void stepBack(int at) {
      CELLS.stepBack(size, gates, cells, squashed, at, dh, dCells);
      Arrays.fill(dh, 0);
      for (int gate = 0; gate < 4; gate++) {
        addProductBack(gate, gates[gate], at, dh);
      }
    }
  }
}
