package manabi.nn;

import java.util.List;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/**
 * Normalises each channel, the last axis, then scales and shifts it by what is learnt: any shape to
 * the same, with 2 C parameters. While the network learns, mean and variance are those of the
 * batch; after that moving averages of them, {@code average = 0.99 average + 0.01 batch}, which
 * start at 0 and 1. Momentum and epsilon, 0.001, are Keras' own. Slides: "BatchNorm".
 */
final class BatchNormalization extends Layer {

  private static final double MOMENTUM = 0.99;
  private static final double EPSILON = 1e-3;

  private Tensor gamma;
  private Tensor beta;
  private Tensor movingMean;
  private Tensor movingVariance;

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    int channels = inputShape[inputShape.length - 1];
    gamma = Tensor.ones(channels);
    beta = Tensor.zeros(channels);
    movingMean = Tensor.zeros(channels);
    movingVariance = Tensor.ones(channels);
    return inputShape;
  }

  @Override
  Tensor forward(Tensor x) {
    return new manabi.tensor.op.BatchNormalization(EPSILON, movingMean, movingVariance)
        .apply(x, gamma, beta);
  }

  @Override
  Tensor forward(Tensor x, Phase phase) {
    if (phase == Phase.INFERENCE) {
      return forward(x);
    }
    var operation = new manabi.tensor.op.BatchNormalization(EPSILON);
    Tensor y = operation.apply(x, gamma, beta);
    move(movingMean, operation.mean());
    move(movingVariance, operation.variance());
    return y;
  }

  /** A batch that spoils the loss, which changes no parameter, changes no average either. */
  private static void move(Tensor average, Tensor batch) {
    for (int j = 0; j < average.size(); j++) {
      float moved = (float) (MOMENTUM * average.data()[j] + (1 - MOMENTUM) * batch.data()[j]);
      if (Float.isFinite(moved)) {
        average.data()[j] = moved;
      }
    }
  }

  @Override
  List<Parameter> parameters() {
    return gamma == null
        ? List.of()
        : List.of(new Parameter("gamma", gamma), new Parameter("beta", beta));
  }

  @Override
  List<Parameter> averages() {
    return gamma == null
        ? List.of()
        : List.of(
            new Parameter("moving_mean", movingMean),
            new Parameter("moving_variance", movingVariance));
  }
}
