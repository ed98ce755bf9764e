package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;
import manabi.tensor.op.Concatenate;
import manabi.tensor.op.SequenceRows;

/**
 * A recurrent layer in both directions of time, each with parameters of its own; the two last
 * hidden states are put side by side: {@code [N, T, D]} to {@code [N, 2 units]}. Of layers that
 * return sequences, the two states at every step are: {@code [N, T, 2 units]}. Slides: "双方向RNN".
 */
final class Bidirectional extends SequenceLayer {

  @JsonProperty private final Recurrent forward;
  @JsonProperty private final Recurrent backward;

  Bidirectional(
      @JsonProperty("forward") Recurrent forward, @JsonProperty("backward") Recurrent backward) {
    this.forward = forward;
    this.backward = backward;
  }

  @Override
  int[] build(int steps, int inputSize, RandomGenerator random) {
    int[] shape = forward.build(steps, inputSize, random);
    backward.build(steps, inputSize, random);
    shape[shape.length - 1] += backward.units;
    return shape;
  }

  @Override
  Tensor forward(Tensor vectors, SequenceRows places) {
    return new Concatenate()
        .apply(forward.forward(vectors, places), backward.forward(vectors, places.reverse()));
  }

  @Override
  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    forward.parameters().forEach(p -> parameters.add(prefixed("forward_", p)));
    backward.parameters().forEach(p -> parameters.add(prefixed("backward_", p)));
    return List.copyOf(parameters);
  }

  private static Parameter prefixed(String prefix, Parameter parameter) {
    return new Parameter(prefix + parameter.name(), parameter.value());
  }

  @Override
  String kind() {
    return "Bidirectional(" + forward.kind() + ")";
  }
}
