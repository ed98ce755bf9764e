package manabi.nn;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;
import manabi.tensor.op.SequenceRows;

/**
 * A layer that reads sequences of vectors, {@code [N, T, D]}. It can also be given the different
 * vectors alone, with a list of which one stands where, and then multiplies each with its weights
 * once: after an {@link Embedding}, words come again.
 */
abstract class SequenceLayer extends Layer {

  @Override
  final int[] build(int[] inputShape, RandomGenerator random) {
    if (inputShape.length != 2) {
      throw new IllegalArgumentException(
          "%s takes sequences of vectors [T, D], was given samples of shape %s"
              .formatted(kind(), Arrays.toString(inputShape)));
    }
    return build(inputShape[0], inputShape[1], random);
  }

  /**
   * Makes the parameters.
   *
   * @param steps T
   * @param inputSize D
   * @return shape of one sample of the output
   */
  abstract int[] build(int steps, int inputSize, RandomGenerator random);

  @Override
  final Tensor forward(Tensor x) {
    int n = x.dim(0);
    int steps = x.dim(1);
    return forward(x.reshape(n * steps, x.dim(2)), SequenceRows.inOrder(n, steps));
  }

  /**
   * Returns the layer's output.
   *
   * @param vectors {@code [R, D]}
   * @param places which vector stands where
   */
  abstract Tensor forward(Tensor vectors, SequenceRows places);
}
