package manabi.generative;

import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/** Small worlds in which a GAN's work can be seen at a glance. */
public interface ToyDistribution {

  /** Returns {@code count} samples, {@code [count, D]}. */
  Tensor sample(int count, RandomGenerator random);

  /**
   * Returns a normal distribution on the line, D = 1.
   *
   * @param deviation standard deviation, above 0
   */
  static ToyDistribution gaussian(double mean, double deviation) {
    requirePositive("deviation", deviation);
    return (count, random) -> Tensor.randomNormal(random, count, 1).multiply(deviation).add(mean);
  }

  /**
   * Returns normal distributions of equal weight on a circle around (0, 0) in the plane, D = 2: a
   * generator that has lost some of them shows mode collapse.
   *
   * @param modes number of distributions, 1 or more
   * @param radius of the circle
   * @param deviation standard deviation of each in both directions, above 0
   */
  static ToyDistribution ring(int modes, double radius, double deviation) {
    requirePositive("modes", modes);
    requirePositive("deviation", deviation);
    return (count, random) -> {
      Tensor points = Tensor.randomNormal(random, count, 2).multiply(deviation);
      for (int i = 0; i < count; i++) {
        double angle = 2 * Math.PI * random.nextInt(modes) / modes;
        points.data()[2 * i] += (float) (radius * Math.cos(angle));
        points.data()[2 * i + 1] += (float) (radius * Math.sin(angle));
      }
      return points;
    };
  }

  private static void requirePositive(String argument, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(argument + " must be above 0, was " + value);
    }
  }
}
