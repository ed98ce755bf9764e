package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import manabi.tensor.Tensor;
import manabi.tensor.op.SequenceRows;
import manabi.tensor.op.SimpleRnnSequence;

/**
 * A simple recurrent layer, {@code h_t = tanh(x_t Wx + h_{t-1} Wh + b)}, with {@code units (D +
 * units + 1)} parameters. Slides: "RNN".
 */
final class SimpleRnn extends Recurrent {

  SimpleRnn(
      @JsonProperty("units") int units, @JsonProperty("returnSequences") boolean returnSequences) {
    super(units, returnSequences, 1);
  }

  @Override
  Recurrent like(boolean returnSequences) {
    return new SimpleRnn(units, returnSequences);
  }

  @Override
  Tensor states(Tensor sums, SequenceRows places, Tensor recurrentKernel) {
    return new SimpleRnnSequence(places, returnSequences).apply(sums, recurrentKernel);
  }

  @Override
  String kind() {
    return "SimpleRNN";
  }
}
