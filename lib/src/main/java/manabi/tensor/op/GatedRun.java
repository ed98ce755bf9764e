package manabi.tensor.op;

/** What the two forms of {@link GruSequence} have in common: the gates and the new state. */
abstract class GatedRun extends TimeRun {

  static final int UPDATE = 0;
  static final int RESET = 1;
  static final int CANDIDATE = 2;

  final float[] update = gates[UPDATE];
  final float[] reset = gates[RESET];
  final float[] candidate = gates[CANDIDATE];

  GatedRun(RunShare share) {
    super(share);
  }

  /** Turns the sums of a step's update and reset gates into the gates. */
  final void openGates(int at) {
    addProduct(UPDATE, states, update, at);
    addProduct(RESET, states, reset, at);
    KERNELS.sigmoid(update, at, size);
    KERNELS.sigmoid(reset, at, size);
  }

  /** Turns the candidates' sums into the candidates, and mixes the new states. */
  final void mixStates(int at) {
    KERNELS.tanh(candidate, at, size);
    for (int i = at; i < at + size; i++) {
      states[size + i] = update[i] * states[i] + (1 - update[i]) * candidate[i];
    }
  }

  /**
   * Replaces update gates and candidates by the derivatives of the loss by their sums, and {@link
   * #dh} by what the update gates pass on to the states before.
   */
  final void unmixStates(int at) {
    for (int i = 0; i < size; i++) {
      float z = update[at + i];
      float g = candidate[at + i];
      update[at + i] = dh[i] * (states[at + i] - g) * z * (1 - z); // sigmoid' = s (1 - s)
      candidate[at + i] = dh[i] * (1 - z) * (1 - g * g); // tanh' = 1 - tanh^2
      dh[i] *= z;
    }
  }
}
