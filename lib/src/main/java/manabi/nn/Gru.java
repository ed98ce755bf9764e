package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;
import manabi.tensor.op.GruSequence;
import manabi.tensor.op.SequenceRows;

/**
 * A gated recurrent unit layer, with {@code 3 units (D + units + 1)} parameters, and {@code 3
 * units} recurrent biases more where the state is reset after its product with the weights. Slides:
 * "GRU".
 */
final class Gru extends Recurrent {

  @JsonProperty private final boolean resetAfter;
  private Tensor recurrentBias;

  Gru(
      @JsonProperty("units") int units,
      @JsonProperty("returnSequences") boolean returnSequences,
      @JsonProperty("resetAfter") boolean resetAfter) {
    super(units, returnSequences, 3);
    this.resetAfter = resetAfter;
  }

  @Override
  Recurrent like(boolean returnSequences) {
    return new Gru(units, returnSequences, resetAfter);
  }

  @Override
  int[] build(int steps, int inputSize, RandomGenerator random) {
    recurrentBias = Tensor.zeros(3 * units);
    return super.build(steps, inputSize, random);
  }

  @Override
  Tensor states(Tensor sums, SequenceRows places, Tensor recurrentKernel) {
    GruSequence sequence = new GruSequence(places, returnSequences, resetAfter);
    return resetAfter
        ? sequence.apply(sums, recurrentKernel, recurrentBias)
        : sequence.apply(sums, recurrentKernel);
  }

  @Override
  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>(super.parameters());
    if (resetAfter && recurrentBias != null) {
      parameters.add(new Parameter("recurrent_bias", recurrentBias));
    }
    return parameters;
  }

  @Override
  String kind() {
    return "GRU";
  }
}
