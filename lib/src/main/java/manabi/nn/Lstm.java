package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import manabi.tensor.Operation;
import manabi.tensor.op.LstmSequence;

/**
 * A long short-term memory layer; the forget gate's biases start at 1, so that the cell keeps what
 * it holds until it has learnt better (Jozefowicz et al. 2015). Slides: "LSTM".
 */
final class Lstm extends Recurrent {

  Lstm(@JsonProperty("units") int units) {
    super(units, 4);
  }

  @Override
  Operation sequence(boolean backward) {
    return new LstmSequence(backward);
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
