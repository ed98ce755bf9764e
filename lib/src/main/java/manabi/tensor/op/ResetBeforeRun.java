package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.compute.Buffers;

/** A gated recurrent unit that resets the state before it is multiplied with the weights. */
final class ResetBeforeRun extends GatedRun {

  /** What is left of the states after the reset, {@code [T, n, H]}. */
  private final float[] left;

  /** Derivative of the loss by what is left, at the step that is walked back. */
  private final float[] dLeft;

  ResetBeforeRun(RunShare share) {
    super(share);
    left = Buffers.take(kept * size);
    dLeft = Buffers.take(size);
  }

  @Override
  void step(int at) {
    openGates(at);
    for (int i = at; i < at + size; i++) {
      left[i] = reset[i] * states[i];
    }
    addProduct(CANDIDATE, left, candidate, at);
    mixStates(at);
  }

  @Override
  void stepBack(int at) {
    unmixStates(at);
    Arrays.fill(dLeft, 0);
    addProductBack(CANDIDATE, candidate, at, dLeft);
    for (int i = 0; i < size; i++) {
      float r = reset[at + i];
      reset[at + i] = dLeft[i] * states[at + i] * r * (1 - r); // sigmoid' = s (1 - s)
      dh[i] += dLeft[i] * r;
    }
    addProductBack(UPDATE, update, at, dh);
    addProductBack(RESET, reset, at, dh);
  }

  @Override
  void writeWeightGradient(float[] dwh) {
    writeWeightGradient(UPDATE, states, update, dwh);
    writeWeightGradient(RESET, states, reset, dwh);
    writeWeightGradient(CANDIDATE, left, candidate, dwh);
  }
}
