package manabi.nn;

import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/**
 * Says what one sample looks like. It stands first in a list of layers and is no layer of the model
 * itself.
 */
final class InputShape extends Layer {

  private final int[] shape;

  InputShape(int... shape) {
    for (int extent : shape) {
      requirePositive("every extent of the input shape", extent);
    }
    this.shape = shape.clone();
  }

  int[] shape() {
    return shape.clone();
  }

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    throw new IllegalArgumentException("input(…) must be the first layer");
  }

  @Override
  Tensor forward(Tensor x) {
    throw new IllegalStateException("input(…) is no layer of a model");
  }
}
