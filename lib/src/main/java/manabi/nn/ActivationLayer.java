package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/** An activation as a layer of its own: any shape to the same. */
final class ActivationLayer extends Layer {

  @JsonProperty private final Activation activation;

  ActivationLayer(@JsonProperty("activation") Activation activation) {
    this.activation = activation;
  }

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    return inputShape;
  }

  @Override
  Tensor forward(Tensor x) {
    return activation.of(x);
  }

  @Override
  Tensor scores(Tensor x) {
    return x;
  }

  @Override
  Activation activation() {
    return activation;
  }

  @Override
  String kind() {
    return "Activation";
  }
}
