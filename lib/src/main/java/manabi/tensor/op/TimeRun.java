package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.compute.Buffers;
import manabi.tensor.compute.Kernels;
import manabi.tensor.compute.Matrix;
import manabi.tensor.compute.Parallel;

/**
 * Some sequences of a batch on their way through time and back, for one thread.
 *
 * <p>All arrays are time-major, {@code [T, n, H]}: what belongs to one step stands together. Each
 * gate has arrays and a block of the weights of its own, so that a step is a product of small whole
 * matrices and then one loop over {@code n H} numbers. (With the gates side by side, as the weights
 * have them, an LSTM took half as long again.)
 */
abstract class TimeRun {

  static final Kernels KERNELS = Kernels.best();

  private final RunShare share;
  final int n;
  final int steps;
  final int hidden;

  /** Numbers of a step: {@code n H}. */
  final int size;

  /** How many steps the arrays hold: all for the way back, else 1, which the next overwrites. */
  final int kept;

  /** Each gate's sums {@code [T, n, H]}; then its activations; then the sums' derivatives. */
  final float[][] gates;

  /** Hidden states {@code [T + 1, n, H]}; the first is zero. */
  final float[] states;

  /** Derivative of the loss by the hidden states after the step that is walked back. */
  final float[] dh;

  TimeRun(RunShare share) {
    this.share = share;
    n = share.n();
    steps = share.places().steps();
    hidden = share.weights().hidden();
    size = n * hidden;
    kept = share.wayBack() ? steps : 1;
    gates = new float[share.weights().gates()][];
    Arrays.setAll(gates, gate -> Buffers.take(kept * size));
    states = fromZero();
    dh = Buffers.zeros(size);
  }

  /** Returns room for what passes from step to step, {@code [T + 1, n, H]}; the first is zero. */
  final float[] fromZero() {
    float[] numbers = Buffers.take((kept + 1) * size);
    Arrays.fill(numbers, 0, size, 0);
    return numbers;
  }

  /**
   * Adds what the states before a step give to its gates, and writes the states after it.
   *
   * @param at {@code t n H}, where the step's numbers begin; the states after it stand {@code n H}
   *     further
   */
  abstract void step(int at);

  /**
   * Replaces the gates of a step by the derivatives of the loss by their sums, and {@link #dh} by
   * that by the hidden states before the step.
   */
  abstract void stepBack(int at);

  /** Writes the derivative by the recurrent weights, {@code [H, G H]}, after the way back. */
  void writeWeightGradient(float[] dwh) {
    for (int gate = 0; gate < gates.length; gate++) {
      writeWeightGradient(gate, states, gates[gate], dwh);
    }
  }

  /** Makes the states after the step that the arrays hold those before the next one. */
  void carryOver() {
    System.arraycopy(states, size, states, 0, size);
  }

  /**
   * Walks through time.
   *
   * @param sums one row for each input vector, {@code [R, G H]}
   * @param y gets the last states {@code [N, H]}, or those after every step, {@code [N, T, H]}
   */
  final void forward(float[] sums, float[] y, boolean everyState) {
    for (int t = 0; t < steps; t++) {
      Parallel.checkInterrupt();
      int at = share.wayBack() ? t * size : 0;
      copySums(sums, t, at);
      step(at);
      for (int i = 0; i < n && (everyState || t == steps - 1); i++) {
        int from = at + size + i * hidden;
        System.arraycopy(states, from, y, output(i, everyState, t), hidden);
      }
      if (!share.wayBack()) {
        carryOver();
      }
    }
  }

  private void copySums(float[] sums, int t, int at) {
    int width = gates.length * hidden;
    for (int i = 0; i < n; i++) {
      int from = share.places().row(share.first() + i, t) * width;
      for (int gate = 0; gate < gates.length; gate++) {
        System.arraycopy(sums, from + gate * hidden, gates[gate], at + i * hidden, hidden);
      }
    }
  }

  /**
   * Walks back through time.
   *
   * @param gradient derivative by the output of {@link #forward}
   */
  final void backward(float[] gradient, boolean everyState) {
    for (int t = steps - 1; t >= 0; t--) {
      Parallel.checkInterrupt();
      if (everyState || t == steps - 1) {
        for (int i = 0; i < n; i++) {
          int from = output(i, everyState, t);
          for (int j = 0; j < hidden; j++) {
            dh[i * hidden + j] += gradient[from + j];
          }
        }
      }
      stepBack(t * size);
    }
  }

  private int output(int i, boolean everyState, int t) {
    int sequence = share.first() + i;
    return (everyState ? sequence * steps + share.places().step(t) : sequence) * hidden;
  }

  /** Adds the derivatives of some columns of the sums to the rows that they were taken from. */
  final void addSumGradients(float[] dSums, int fromColumn, int toColumn) {
    int width = gates.length * hidden;
    for (int gate = fromColumn / hidden; gate * hidden < toColumn; gate++) {
      int from = Math.max(fromColumn - gate * hidden, 0);
      int to = Math.min(toColumn - gate * hidden, hidden);
      for (int t = 0; t < steps; t++) {
        Parallel.checkInterrupt();
        for (int i = 0; i < n; i++) {
          int row = share.places().row(share.first() + i, t) * width + gate * hidden;
          addTo(dSums, row + from, gates[gate], (t * n + i) * hidden + from, to - from);
        }
      }
    }
  }

  private static void addTo(float[] sum, int at, float[] added, int from, int length) {
    for (int j = 0; j < length; j++) {
      sum[at + j] += added[from + j];
    }
  }

  /** Adds the product of a step's states with a gate's weights, {@code [n, H]}, to {@code sums}. */
  final void addProduct(int gate, float[] states, float[] sums, int at) {
    share.weights().block(gate).addProduct(n, states, at, sums, at);
  }

  /** Adds {@code d Whᵀ} of a gate to the derivative by states, {@code [n, H]}. */
  final void addProductBack(int gate, float[] d, int at, float[] dStates) {
    share.weights().transposedBlock(gate).addProduct(n, d, at, dStates, 0);
  }

  /** Writes {@code statesᵀ d}, summed over all steps, to a gate's part of the weights' gradient. */
  final void writeWeightGradient(int gate, float[] states, float[] d, float[] dwh) {
    Parallel.checkInterrupt();
    float[] block = new float[hidden * hidden];
    Matrix.transposedMultiply(hidden, hidden, steps * n, states, d, block);
    int width = gates.length * hidden;
    for (int i = 0; i < hidden; i++) {
      System.arraycopy(block, i * hidden, dwh, i * width + gate * hidden, hidden);
    }
  }
}
