package manabi.generative;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/**
 * A normal distribution on the line.
 *
 * @param mean where it is centred
 * @param deviation standard deviation, above 0
 */
public record Gaussian(double mean, double deviation) implements ToyDistribution {

  /** Checks the deviation. */
  public Gaussian {
    if (!(deviation > 0)) {
      throw new IllegalArgumentException("deviation must be above 0, was " + deviation);
    }
  }

  /**
   * Returns the distribution that fits some samples best: their mean and standard deviation.
   *
   * @param samples two or more
   * @throws IllegalArgumentException if they do not differ: the deviation would be 0
   */
  public static Gaussian fit(Tensor samples) {
    double mean = 0;
    for (float x : samples.data()) {
      mean += x / (double) samples.size();
    }
    double variance = 0;
    for (float x : samples.data()) {
      variance += (x - mean) * (x - mean) / samples.size();
    }
    return new Gaussian(mean, Math.sqrt(variance));
  }

  /** Returns samples, {@code [count, 1]}. */
  @Override
  public Tensor sample(int count, RandomGenerator random) {
    return Tensor.randomNormal(random, count, 1).multiply(deviation).add(mean);
  }

  /** Returns the density at each place. */
  public double[] density(double... places) {
    return Arrays.stream(places)
        .map(x -> (x - mean) / deviation)
        .map(z -> Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI)))
        .toArray();
  }
}
