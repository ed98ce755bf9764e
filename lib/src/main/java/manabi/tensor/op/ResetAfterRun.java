package manabi.tensor.op;

import manabi.tensor.compute.Buffers;

/** A gated recurrent unit that resets what the state gives to the candidate. */
final class ResetAfterRun extends GatedRun {

  private final float[] recurrentBias;

  /** What the states give to the candidates, {@code [T, n, H]}; then the derivatives by it. */
  private final float[] given;

  ResetAfterRun(RunShare share, float[] recurrentBias) {
    super(share);
    this.recurrentBias = recurrentBias;
    given = Buffers.take(kept * size);
  }

  @Override
  void step(int at) {
    addBias(UPDATE, update, at);
    addBias(RESET, reset, at);
    for (int row = 0; row < n; row++) {
      System.arraycopy(recurrentBias, 2 * hidden, given, at + row * hidden, hidden);
    }
    openGates(at);
    addProduct(CANDIDATE, states, given, at);
    for (int i = at; i < at + size; i++) {
      candidate[i] += reset[i] * given[i];
    }
    mixStates(at);
  }

  private void addBias(int gate, float[] sums, int at) {
    for (int row = 0; row < n; row++) {
      for (int j = 0; j < hidden; j++) {
        sums[at + row * hidden + j] += recurrentBias[gate * hidden + j];
      }
    }
  }

  @Override
  void stepBack(int at) {
    unmixStates(at);
    for (int i = at; i < at + size; i++) {
      float r = reset[i];
      reset[i] = candidate[i] * given[i] * r * (1 - r); // sigmoid' = s (1 - s)
      given[i] = candidate[i] * r;
    }
    addProductBack(UPDATE, update, at, dh);
    addProductBack(RESET, reset, at, dh);
    addProductBack(CANDIDATE, given, at, dh);
  }

  @Override
  void writeWeightGradient(float[] dwh) {
    writeWeightGradient(UPDATE, states, update, dwh);
    writeWeightGradient(RESET, states, reset, dwh);
    writeWeightGradient(CANDIDATE, states, given, dwh);
  }

  void addBiasGradient(float[] dBias) {
    addColumnSums(update, dBias, UPDATE);
    addColumnSums(reset, dBias, RESET);
    addColumnSums(given, dBias, CANDIDATE);
  }

  private void addColumnSums(float[] d, float[] dBias, int gate) {
    for (int i = 0; i < d.length; i++) {
      dBias[gate * hidden + i % hidden] += d[i];
    }
  }
}
