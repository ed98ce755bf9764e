package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import manabi.tensor.Operation;
import manabi.tensor.op.SimpleRnnSequence;

/** A simple recurrent layer, {@code h_t = tanh(x_t Wx + h_{t-1} Wh + b)}. Slides: "RNN". */
final class SimpleRnn extends Recurrent {

  SimpleRnn(@JsonProperty("units") int units) {
    super(units, 1);
  }

  @Override
  Operation sequence(boolean backward) {
    return new SimpleRnnSequence(backward);
  }

  @Override
  String kind() {
    return "SimpleRNN";
  }
}
