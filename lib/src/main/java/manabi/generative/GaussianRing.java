package manabi.generative;

import java.util.random.RandomGenerator;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;

/**
 * Normal distributions of equal weight on a circle around (0, 0) in the plane. A generator that
 * leaves some of them out shows mode collapse.
 *
 * @param modes number of distributions, 1 or more
 * @param radius of the circle, above 0
 * @param deviation standard deviation of each in both directions, above 0
 */
public record GaussianRing(int modes, double radius, double deviation) implements ToyDistribution {

  /** Checks the numbers. */
  public GaussianRing {
    if (modes < 1 || !(radius > 0) || !(deviation > 0)) {
      throw new IllegalArgumentException(
          "modes must be 1 or more, radius and deviation above 0, were %d, %s and %s"
              .formatted(modes, radius, deviation));
    }
  }

  /** Returns points, {@code [count, 2]}. */
  @Override
  public Tensor sample(int count, RandomGenerator random) {
    Tensor points = Tensor.randomNormal(random, count, 2).multiply(deviation);
    for (int i = 0; i < count; i++) {
      int mode = random.nextInt(modes);
      points.data()[2 * i] += (float) x(mode);
      points.data()[2 * i + 1] += (float) y(mode);
    }
    return points;
  }

  /**
   * Returns for each distribution how many points lie within four standard deviations of its
   * centre; all but 0.03 % of its own samples do.
   *
   * @param points {@code [N, 2]}
   */
  public int[] pointsByMode(Tensor points) {
    Shapes.check("points", "[N, 2]", points, -1, 2);
    int[] counts = new int[modes];
    for (int i = 0; i < points.dim(0); i++) {
      for (int mode = 0; mode < modes; mode++) {
        double dx = points.get(i, 0) - x(mode);
        double dy = points.get(i, 1) - y(mode);
        if (Math.hypot(dx, dy) <= 4 * deviation) {
          counts[mode]++;
        }
      }
    }
    return counts;
  }

  private double x(int mode) {
    return radius * Math.cos(2 * Math.PI * mode / modes);
  }

  private double y(int mode) {
    return radius * Math.sin(2 * Math.PI * mode / modes);
  }
}
