package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/** {@code y = max(slope x, x)}: any shape to the same. Slides: "Leaky ReLU". */
final class LeakyRelu extends Layer {

  @JsonProperty private final double slope;

  LeakyRelu(@JsonProperty("slope") double slope) {
    this.slope = manabi.tensor.op.LeakyRelu.requireSlope(slope);
  }

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    return inputShape;
  }

  @Override
  Tensor forward(Tensor x) {
    return new manabi.tensor.op.LeakyRelu(slope).apply(x);
  }

  @Override
  String kind() {
    return "LeakyReLU";
  }
}
