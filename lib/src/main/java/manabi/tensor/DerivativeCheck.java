package manabi.tensor;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Compares the derivatives that a tape gives with central differences, for an operation of your own
 * or a whole network.
 *
 * <p>The loss is the sum of all results with random weights, so that no two errors cancel. Values
 * are {@code float}, wrong by about 1e-7; the differences, over {@code 2 h = 0.02}, are therefore
 * good to about 1e-4, and a right derivative has a relative error below 1e-3. Slides: "勾配チェック".
 */
public final class DerivativeCheck {

  private static final float H = 1e-2f;

  private DerivativeCheck() {}

  /**
   * Returns the largest relative error of the derivatives by the inputs, {@code |tape -
   * differences| / (|tape| + |differences|)} with Euclidean norms, in [0, 1].
   *
   * @param function computes from the inputs as they are then; called twice for each number
   * @param inputs where the function does not bend sharply, and away from kinks by more than 0.01;
   *     moved while this runs, and put back
   */
  public static double relativeError(Function<Tensor[], Tensor> function, Tensor... inputs) {
    Tensor weights = Tensor.randomNormal(new SplittableRandom(7), function.apply(inputs).shape());
    List<Tensor> derived;
    try (var tape = GradientTape.open()) {
      Tensor loss = function.apply(inputs).multiply(weights).sum();
      derived = tape.gradient(loss, List.of(inputs));
    }
    double largest = 0;
    for (int i = 0; i < inputs.length; i++) {
      double[] differences = differences(function, weights, inputs, inputs[i].data());
      largest = Math.max(largest, relativeError(derived.get(i).data(), differences));
    }
    return largest;
  }

  private static double[] differences(
      Function<Tensor[], Tensor> function, Tensor weights, Tensor[] inputs, float[] moved) {
    double[] slopes = new double[moved.length];
    for (int i = 0; i < moved.length; i++) {
      float value = moved[i];
      float above = value + H;
      float below = value - H;
      moved[i] = above;
      double lossAbove = weightedSum(function.apply(inputs), weights);
      moved[i] = below;
      double lossBelow = weightedSum(function.apply(inputs), weights);
      moved[i] = value;
      slopes[i] = (lossAbove - lossBelow) / ((double) above - below);
    }
    return slopes;
  }

  /** In double: a sum in float would round away what is to be seen. */
  private static double weightedSum(Tensor y, Tensor weights) {
    double sum = 0;
    for (int i = 0; i < y.size(); i++) {
      sum += (double) y.data()[i] * weights.data()[i];
    }
    return sum;
  }

  private static double relativeError(float[] derived, double[] differences) {
    double apart = 0;
    double derivedSquares = 0;
    double differenceSquares = 0;
    for (int i = 0; i < derived.length; i++) {
      apart += Math.pow(derived[i] - differences[i], 2);
      derivedSquares += Math.pow(derived[i], 2);
      differenceSquares += Math.pow(differences[i], 2);
    }
    double size = Math.sqrt(derivedSquares) + Math.sqrt(differenceSquares);
    return apart == 0 ? 0 : Math.sqrt(apart) / size;
  }
}
