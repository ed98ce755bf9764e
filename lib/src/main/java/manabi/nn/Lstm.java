package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import manabi.tensor.Tensor;
import manabi.tensor.op.LstmSequence;
import manabi.tensor.op.SequenceRows;

/**
 * A long short-term memory layer, with {@code 4 units (D + units + 1)} parameters; the forget
 * gate's biases start at 1, so that the cell keeps what it holds until it has learnt better
 * (Jozefowicz et al. 2015). Slides: "LSTM".
 */
final class Lstm extends Recurrent {

  Lstm(@JsonProperty("units") int units, @JsonProperty("returnSequences") boolean returnSequences) {
    super(units, returnSequences, 4);
  }

  @Override
  Recurrent like(boolean returnSequences) {
    return new Lstm(units, returnSequences);
  }

  @Override
  Tensor states(Tensor sums, SequenceRows places, Tensor recurrentKernel) {
    return new LstmSequence(places, returnSequences).apply(sums, recurrentKernel);
  }

  @Override
  void startBias(float[] bias) {
    Arrays.fill(bias, units, 2 * units, 1); // gates: input, forget, candidate, output
  }

  @Override
  String kind() {
    return "LSTM";
  }
}
