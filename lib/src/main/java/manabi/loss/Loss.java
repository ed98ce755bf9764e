package manabi.loss;

import java.util.Arrays;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;
import manabi.tensor.op.CategoricalCrossEntropy;
import manabi.tensor.op.Clip;
import manabi.tensor.op.DistributionCrossEntropy;
import manabi.tensor.op.SigmoidCrossEntropy;
import manabi.tensor.op.SoftmaxCrossEntropy;

/**
 * Loss functions: the mean over a batch, a scalar that can be differentiated.
 *
 * <p>Probabilities are kept {@code 1e-7} away from 0 and 1 before a logarithm, as in Keras.
 */
public enum Loss {
  /** {@code -ln y[label]} of probabilities {@code [N, K]} and class labels {@code [N]}. */
  SPARSE_CATEGORICAL_CROSSENTROPY,
  /** {@code -sum_k t_k ln y_k} of probabilities and label distributions, both {@code [N, K]}. */
  CATEGORICAL_CROSSENTROPY,
  /** {@code -(t ln y + (1 - t) ln(1 - y))} of probabilities and labels in [0, 1], as many. */
  BINARY_CROSSENTROPY,
  /** {@code (y - t)^2}, as many labels as predictions. */
  MEAN_SQUARED_ERROR;

  private static final float EPSILON = 1e-7f;

  /**
   * Returns the mean loss, a scalar.
   *
   * @param labels what is right
   * @param predictions what the network says
   * @throws IllegalArgumentException if the sizes do not match or a label is no class
   */
  public Tensor of(Tensor labels, Tensor predictions) {
    return switch (this) {
      case SPARSE_CATEGORICAL_CROSSENTROPY ->
          new CategoricalCrossEntropy(labels, EPSILON).apply(predictions);
      case CATEGORICAL_CROSSENTROPY -> categoricalCrossentropy(labels, predictions);
      case BINARY_CROSSENTROPY -> binaryCrossentropy(labels, predictions);
      case MEAN_SQUARED_ERROR ->
          predictions.subtract(sameShape(labels, predictions)).square().mean();
    };
  }

  /**
   * Returns the mean loss from scores, before the activation that makes probabilities of them:
   * softmax for classes, sigmoid for labels 0 and 1. One node of the graph instead of two, exact
   * where the probability is 0 or 1 in {@code float}.
   *
   * @throws IllegalStateException if this loss does not work on probabilities
   */
  public Tensor ofScores(Tensor labels, Tensor scores) {
    return switch (this) {
      case SPARSE_CATEGORICAL_CROSSENTROPY -> new SoftmaxCrossEntropy(labels).apply(scores);
      case CATEGORICAL_CROSSENTROPY -> new DistributionCrossEntropy(labels).apply(scores);
      case BINARY_CROSSENTROPY -> new SigmoidCrossEntropy(labels).apply(scores);
      case MEAN_SQUARED_ERROR -> throw new IllegalStateException(this + " has no form for scores");
    };
  }

  private static Tensor categoricalCrossentropy(Tensor labels, Tensor predictions) {
    Shapes.check("predictions", "[N, K]", predictions, -1, -1);
    Tensor y = new Clip(EPSILON, 1).apply(predictions);
    Tensor sum = sameShape(labels, predictions).multiply(y.log()).sum();
    return sum.multiply(-1.0 / predictions.dim(0));
  }

  private static Tensor binaryCrossentropy(Tensor labels, Tensor predictions) {
    Tensor t = sameShape(labels, predictions);
    Tensor y = new Clip(EPSILON, 1 - EPSILON).apply(predictions);
    Tensor one = Tensor.scalar(1);
    Tensor positive = t.multiply(y.log());
    Tensor negative = one.subtract(t).multiply(one.subtract(y).log());
    return positive.add(negative).mean().negate();
  }

  private static Tensor sameShape(Tensor labels, Tensor predictions) {
    if (labels.size() != predictions.size()) {
      throw new IllegalArgumentException(
          "labels must be as many as predictions %s, were %s"
              .formatted(Arrays.toString(predictions.shape()), Arrays.toString(labels.shape())));
    }
    return labels.reshape(predictions.shape());
  }
}
