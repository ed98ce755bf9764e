package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/**
 * Average pooling: {@code [N, H, W, C]} to {@code [N, H / size, W / size, C]}, rounded down;
 * nothing to learn. Slides: "プーリング".
 */
final class AveragePooling2D extends Layer {

  @JsonProperty private final int poolSize;

  AveragePooling2D(@JsonProperty("poolSize") int poolSize) {
    this.poolSize = requirePositive("poolSize", poolSize);
  }

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    return MaxPooling2D.pooledShape("AveragePooling2D", poolSize, inputShape);
  }

  @Override
  Tensor forward(Tensor x) {
    return new manabi.tensor.op.AveragePooling2D(poolSize).apply(x);
  }
}
