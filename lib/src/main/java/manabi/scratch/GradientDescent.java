package manabi.scratch;

import java.util.function.ToDoubleFunction;

/**
 * The search for a minimum downhill: {@code x_i = x_i - learningRate df/dx_i}, again and again.
 *
 * <p>Slides: "勾配法の式". The gradient is {@link CentralDifference#gradient}, so that any function will
 * do.
 */
public final class GradientDescent {

  private GradientDescent() {}

  /**
   * Returns every point that is visited: the start, then one after each step.
   *
   * @param f a function of as many numbers as {@code start} has
   * @param start where to begin; not changed
   * @param learningRate the slides' eta, factor of the gradient in a step
   * @param steps how many, 0 or more
   * @return {@code [steps + 1, n]}
   */
  public static double[][] path(
      ToDoubleFunction<double[]> f, double[] start, double learningRate, int steps) {
    double[][] path = new double[steps + 1][];
    path[0] = start.clone();
    for (int step = 0; step < steps; step++) {
      double[] gradient = CentralDifference.gradient(f, path[step]);
      path[step + 1] = path[step].clone();
      for (int i = 0; i < gradient.length; i++) {
        path[step + 1][i] -= learningRate * gradient[i];
      }
    }
    return path;
  }
}
