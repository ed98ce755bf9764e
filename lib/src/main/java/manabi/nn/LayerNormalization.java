package manabi.nn;

import java.util.List;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/**
 * Normalises each vector along the last axis, then scales and shifts it by what is learnt: any
 * shape to the same, with 2 D parameters. Epsilon, 0.001, is Keras' own. Slides: "Layer
 * Normalization".
 */
final class LayerNormalization extends Layer {

  private static final double EPSILON = 1e-3;

  private Tensor gamma;
  private Tensor beta;

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    int size = inputShape[inputShape.length - 1];
    gamma = Tensor.ones(size);
    beta = Tensor.zeros(size);
    return inputShape;
  }

  @Override
  Tensor forward(Tensor x) {
    return new manabi.tensor.op.LayerNormalization(EPSILON).apply(x, gamma, beta);
  }

  @Override
  List<Parameter> parameters() {
    return gamma == null
        ? List.of()
        : List.of(new Parameter("gamma", gamma), new Parameter("beta", beta));
  }
}
