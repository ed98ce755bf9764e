package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/**
 * Sets numbers to 0 by chance while the network learns, and divides the others by {@code 1 - rate};
 * after that it changes nothing. What is dropped comes from the model's seed. Slides: "ドロップアウト".
 */
final class Dropout extends Layer {

  @JsonProperty private final double rate;
  private RandomGenerator masks;

  Dropout(@JsonProperty("rate") double rate) {
    this.rate = manabi.tensor.op.Dropout.requireRate(rate);
  }

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    masks = new SplittableRandom(random.nextLong());
    return inputShape;
  }

  @Override
  Tensor forward(Tensor x) {
    return x;
  }

  @Override
  Tensor forward(Tensor x, Phase phase) {
    return phase == Phase.INFERENCE || rate == 0
        ? x
        : new manabi.tensor.op.Dropout(rate, masks).apply(x);
  }
}
