package manabi.tensor.op;

import java.util.random.RandomGenerator;
import manabi.tensor.Operation;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Buffers;

/**
 * Sets each number to 0 with probability {@code rate} and divides the others by {@code 1 - rate},
 * so that the expected value stays (inverted dropout); the gradient takes the same way. Slides:
 * "ドロップアウト". Source: Srivastava et al. (2014), Dropout.
 */
public final class Dropout extends Operation {

  private final double rate;
  private final RandomGenerator random;
  private float[] factors;

  /**
   * Makes an operation that drops numbers.
   *
   * @param rate share that is dropped, in [0, 1)
   * @param random draws one number for each of the input
   * @throws IllegalArgumentException if the rate is not in [0, 1)
   */
  public Dropout(double rate, RandomGenerator random) {
    this.rate = requireRate(rate);
    this.random = random;
  }

  /**
   * Returns the rate.
   *
   * @throws IllegalArgumentException if it is not in [0, 1)
   */
  public static double requireRate(double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("rate must be in [0, 1), was " + rate);
    }
    return rate;
  }

  @Override
  protected Tensor forward(Tensor... inputs) {
    factors = Buffers.take(inputs[0].size());
    float kept = (float) (1 / (1 - rate));
    for (int i = 0; i < factors.length; i++) {
      factors[i] = random.nextFloat() < rate ? 0 : kept;
    }
    return scaled(inputs[0]);
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    return new Tensor[] {scaled(gradient)};
  }

  private Tensor scaled(Tensor tensor) {
    Tensor result = tensor(tensor.shape());
    float[] scaled = result.data();
    float[] values = tensor.data();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = factors[i] == 0 ? 0 : values[i] * factors[i]; // a dropped NaN is dropped
    }
    return result;
  }
}
