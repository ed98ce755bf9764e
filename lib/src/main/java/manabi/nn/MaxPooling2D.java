package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/**
 * Max pooling: {@code [N, H, W, C]} to {@code [N, H / size, W / size, C]}, rounded down; nothing to
 * learn. Slides: "プーリング".
 */
final class MaxPooling2D extends Layer {

  @JsonProperty private final int poolSize;

  MaxPooling2D(@JsonProperty("poolSize") int poolSize) {
    this.poolSize = requirePositive("poolSize", poolSize);
  }

  /** Returns height and width of a window. */
  int poolSize() {
    return poolSize;
  }

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    return pooledShape("MaxPooling2D", poolSize, inputShape);
  }

  /** Returns the shape of a sample after any pooling with windows side by side. */
  static int[] pooledShape(String kind, int poolSize, int... inputShape) {
    if (inputShape.length != 3 || inputShape[0] < poolSize || inputShape[1] < poolSize) {
      throw new IllegalArgumentException(
          "%s takes images [H, W, C] with H and W of %d or more, was given samples of shape %s"
              .formatted(kind, poolSize, Arrays.toString(inputShape)));
    }
    return new int[] {inputShape[0] / poolSize, inputShape[1] / poolSize, inputShape[2]};
  }

  @Override
  Tensor forward(Tensor x) {
    return new manabi.tensor.op.MaxPooling2D(poolSize).apply(x);
  }
}
