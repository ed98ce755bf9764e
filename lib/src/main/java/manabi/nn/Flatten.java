package manabi.nn;

import java.util.random.RandomGenerator;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;

/** Each sample as one vector: {@code [N, …]} to {@code [N, D]}. */
final class Flatten extends Layer {

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    return new int[] {Shapes.size(inputShape)};
  }

  @Override
  Tensor forward(Tensor x) {
    return x.reshape(x.dim(0), x.dim(0) == 0 ? 0 : x.size() / x.dim(0));
  }
}
