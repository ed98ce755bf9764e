package manabi.tensor.compute;

/**
 * What happens at one step of a long short-term memory after its gates are known; on vector
 * registers where there are some.
 *
 * <p>Arrays hold step after step; {@code at} is where the step's {@code size} numbers begin, one
 * for each unit of each sequence. Cells and hidden states before the step stand at {@code at},
 * those after it {@code size} further. Gates are input, forget, candidate and output.
 */
public class LstmKernels {

  private static final LstmKernels BEST =
      KernelChoice.of(LstmKernels.class, "VectorLstm", LstmKernels::new);

  LstmKernels() {}

  /** Returns the fastest that this JVM can run. */
  public static LstmKernels best() {
    return BEST;
  }

  /** Writes {@code c = f c' + i g}, {@code tanh(c)} and {@code h = o tanh(c)}. */
  public void step(
      int size, float[][] gates, float[] cells, float[] squashed, float[] states, int at) {
    step(0, size, gates, cells, squashed, states, at);
  }

  /** Does the units from {@code first}. */
  static void step(
      int first,
      int size,
      float[][] gates,
      float[] cells,
      float[] squashed,
      float[] states,
      int at) {
    for (int i = at + first; i < at + size; i++) {
      float cell = gates[1][i] * cells[i] + gates[0][i] * gates[2][i];
      float tanh = (float) Math.tanh(cell);
      cells[size + i] = cell;
      squashed[i] = tanh;
      states[size + i] = gates[3][i] * tanh;
    }
  }

  /**
   * Replaces the step's gates by the derivatives of the loss by their sums.
   *
   * @param dh derivative by the hidden states after the step
   * @param dCells derivative by the cells after the step, replaced by that by the cells before it
   */
  public void stepBack(
      int size,
      float[][] gates,
      float[] cells,
      float[] squashed,
      int at,
      float[] dh,
      float[] dCells) {
    stepBack(0, size, gates, cells, squashed, at, dh, dCells);
  }

  /** Does the units from {@code first}. */
  static void stepBack(
      int first,
      int size,
      float[][] gates,
      float[] cells,
      float[] squashed,
      int at,
      float[] dh,
      float[] dCells) {
    for (int k = first; k < size; k++) {
      int i = at + k;
      float in = gates[0][i];
      float forget = gates[1][i];
      float candidate = gates[2][i];
      float out = gates[3][i];
      float tanh = squashed[i];
      float dCell = dCells[k] + dh[k] * out * (1 - tanh * tanh); // tanh' = 1 - tanh^2
      gates[0][i] = dCell * candidate * in * (1 - in); // sigmoid' = s (1 - s)
      gates[1][i] = dCell * cells[i] * forget * (1 - forget);
      gates[2][i] = dCell * in * (1 - candidate * candidate);
      gates[3][i] = dh[k] * tanh * out * (1 - out);
      dCells[k] = dCell * forget;
    }
  }
}
