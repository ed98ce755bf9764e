package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/** Says what one sample looks like, so that the model can be built before it sees data. */
final class InputShape extends Layer {

  @JsonProperty private final int[] shape;

  InputShape(@JsonProperty("shape") int... shape) {
    for (int extent : shape) {
      requirePositive("every extent of the input shape", extent);
    }
    this.shape = shape.clone();
  }

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    if (!Arrays.equals(shape, inputShape)) {
      throw new IllegalArgumentException(
          "a sample must be %s, was %s"
              .formatted(Arrays.toString(shape), Arrays.toString(inputShape)));
    }
    return shape.clone();
  }

  int[] shape() {
    return shape.clone();
  }

  @Override
  Tensor forward(Tensor x) {
    return x;
  }
}
