package manabi.tensor.op;

import manabi.tensor.Shapes;
import manabi.tensor.Tensor;

/**
 * A gated recurrent unit over a sequence, inputs and output as in {@link Recurrence} with three
 * gates in the order update, reset, candidate, and Keras' sense of the update gate: it keeps the
 * old state.
 *
 * <pre>{@code
 * z, r = sigmoid(x_t Wx + b + h_{t-1} Wh)    h_t = z h_{t-1} + (1 - z) g
 * }</pre>
 *
 * <p>There are two forms of the candidate. The slides' resets the state before the product, {@code
 * g = tanh(x_t Wx + b + (r h_{t-1}) Wh)}. Keras' default resets after it, {@code g = tanh(x_t Wx +
 * b + r (h_{t-1} Wh + b'))}; it takes a third input, the recurrent biases {@code b'} of {@code [3
 * H]}, which the other gates add too.
 *
 * <p>Slides: "GRU". Source: Cho et al. (2014), Learning Phrase Representations using RNN
 * Encoder-Decoder for Statistical Machine Translation.
 */
public final class GruSequence extends Recurrence {

  private final boolean resetAfter;

  /**
   * Makes the operation.
   *
   * @param everyState whether the output is the state after every step, not only after the last
   * @param resetAfter whether the state is reset after the product; then there are recurrent biases
   */
  public GruSequence(SequenceRows places, boolean everyState, boolean resetAfter) {
    super(3, places, everyState);
    this.resetAfter = resetAfter;
  }

  @Override
  void checkOthers(int hidden, Tensor... inputs) {
    if (resetAfter) {
      Shapes.check("recurrent bias", "[%d]".formatted(3 * hidden), inputs[2], 3 * hidden);
    }
  }

  @Override
  TimeRun newRun(RunShare share, Tensor... inputs) {
    return resetAfter ? new ResetAfterRun(share, inputs[2].data()) : new ResetBeforeRun(share);
  }

  @Override
  Tensor[] inputGradients(Tensor dSums, Tensor dWh, TimeRun[] runs) {
    if (!resetAfter) {
      return super.inputGradients(dSums, dWh, runs);
    }
    Tensor dBias = Tensor.zeros(dWh.dim(1));
    for (TimeRun run : runs) {
      ((ResetAfterRun) run).addBiasGradient(dBias.data());
    }
    return new Tensor[] {dSums, dWh, dBias};
  }
}
