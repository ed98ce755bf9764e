package manabi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Compares the derivatives that a tape gives with central differences, number by number.
 *
 * <p>The loss is {@code sum(y G)} with random weights G, so that no two errors cancel, summed in
 * double. A function is {@code float} inside: its values are wrong by about 1e-7, which a
 * difference over 2 h = 0.02 turns into 1e-5; what the difference leaves out, h^2 f''' / 6, is of
 * the same size. Errors met are below 3e-4; the smallest planted fault, one sign in one term, is
 * above 1e-2.
 */
public final class GradientCheck {

  private static final float H = 1e-2f;
  private static final double TOLERANCE = 1e-3;

  private GradientCheck() {}

  /**
   * Checks the derivative of a function by each of its inputs, asked for together and one by one;
   * and that neither the function nor its derivative changes an input.
   *
   * @param function applies operations to the inputs; called many times
   * @param inputs away from kinks by more than 0.01
   */
  public static void assertGradients(Function<Tensor[], Tensor> function, Tensor... inputs) {
    float[][] before = Arrays.stream(inputs).map(Tensor::toArray).toArray(float[][]::new);
    float[] y = function.apply(inputs).toArray();
    Tensor g = Tensor.randomNormal(new SplittableRandom(7), y.length);
    List<Tensor> analytic = gradients(function, g, inputs, List.of(inputs));
    for (int i = 0; i < inputs.length; i++) {
      assertThat(inputs[i].data()).as("input %d after the check", i).isEqualTo(before[i]);
      assertThat(analytic.get(i).shape()).as("gradient %d", i).isEqualTo(inputs[i].shape());
      assertClose(i, analytic.get(i).data(), differences(function, g, inputs, inputs[i]));
      assertThat(gradients(function, g, inputs, List.of(inputs[i])).get(0).data())
          .as("gradient %d asked for alone", i)
          .isEqualTo(analytic.get(i).data());
    }
  }

  private static List<Tensor> gradients(
      Function<Tensor[], Tensor> function, Tensor g, Tensor[] inputs, List<Tensor> sources) {
    try (var tape = GradientTape.open()) {
      return tape.gradient(new Weighted(g).apply(function.apply(inputs)), sources);
    }
  }

  private static double[] differences(
      Function<Tensor[], Tensor> function, Tensor g, Tensor[] inputs, Tensor input) {
    float[] values = input.data();
    double[] slopes = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      float value = values[i];
      float above = value + H;
      float below = value - H;
      values[i] = above;
      double lossAbove = Weighted.sum(function.apply(inputs), g);
      values[i] = below;
      double lossBelow = Weighted.sum(function.apply(inputs), g);
      values[i] = value;
      slopes[i] = (lossAbove - lossBelow) / ((double) above - below);
    }
    return slopes;
  }

  private static void assertClose(int input, float[] analytic, double[] numeric) {
    double difference = 0;
    double analyticSquares = 0;
    double numericSquares = 0;
    for (int i = 0; i < numeric.length; i++) {
      difference += Math.pow(analytic[i] - numeric[i], 2);
      analyticSquares += Math.pow(analytic[i], 2);
      numericSquares += Math.pow(numeric[i], 2);
    }
    double size = Math.sqrt(analyticSquares) + Math.sqrt(numericSquares);
    assertThat(difference == 0 ? 0 : Math.sqrt(difference) / size)
        .as(
            "relative error of the gradient by input %d%nanalytic %s%nnumeric  %s%n",
            input, Arrays.toString(analytic), Arrays.toString(numeric))
        .isLessThan(TOLERANCE);
  }

  /** Returns normal random numbers, the same for the same seed. */
  public static Tensor random(long seed, int... shape) {
    return Tensor.randomNormal(new SplittableRandom(seed), shape);
  }

  /**
   * Returns numbers that differ from one another and from 0 by 0.05 or more, in random order: no
   * tie and no kink of a rectifier is within a difference's reach.
   */
  public static Tensor distinct(long seed, int... shape) {
    int size = Shapes.size(shape);
    List<Float> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add((i - size / 2 + 0.5f) * 0.1f);
    }
    Collections.shuffle(values, new Random(seed));
    Tensor tensor = Tensor.zeros(shape);
    for (int i = 0; i < size; i++) {
      tensor.data()[i] = values.get(i);
    }
    return tensor;
  }

  /** The sum of an operation's results with fixed weights, as a node of its own. */
  private static final class Weighted extends Operation {

    private final Tensor weights;
    private int[] shape;

    Weighted(Tensor weights) {
      this.weights = weights;
    }

    static double sum(Tensor y, Tensor weights) {
      double sum = 0;
      for (int i = 0; i < y.size(); i++) {
        sum += (double) y.data()[i] * weights.data()[i];
      }
      return sum;
    }

    @Override
    protected Tensor forward(Tensor... inputs) {
      shape = inputs[0].shape();
      return Tensor.scalar((float) sum(inputs[0], weights));
    }

    @Override
    protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
      return new Tensor[] {Tensor.of(weights.toArray(), shape)};
    }
  }
}
