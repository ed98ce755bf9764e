package manabi.metrics;

import java.util.Arrays;
import manabi.tensor.Tensor;

/** The share of predictions that are right. */
public final class Accuracy {

  private Accuracy() {}

  /**
   * Returns how often the class with the largest number is the label, 0 to 1: Keras' {@code
   * sparse_categorical_accuracy}.
   *
   * @param labels class numbers, {@code [N]} or {@code [N, 1]}
   * @param predictions probabilities or logits, {@code [N, K]}
   * @throws IllegalArgumentException if the shapes do not fit, a label is not 0 to K - 1, or a
   *     prediction is NaN
   */
  public static double sparseCategorical(Tensor labels, Tensor predictions) {
    int[] predicted = Predictions.classes(predictions);
    return share(
        predicted, Predictions.checkedLabels(labels, predicted.length, predictions.dim(1)));
  }

  /**
   * Returns how often {@code prediction > 0.5} is the label, 0 to 1: Keras' {@code
   * binary_accuracy}.
   *
   * @param labels 0 or 1, {@code [N]} or {@code [N, 1]}
   * @param predictions probabilities, {@code [N]} or {@code [N, 1]}
   * @throws IllegalArgumentException if the shapes do not fit, a label is neither 0 nor 1, or a
   *     prediction is NaN
   */
  public static double binary(Tensor labels, Tensor predictions) {
    if (predictions.rank() < 1
        || predictions.size() == 0
        || predictions.dim(0) != predictions.size()) {
      throw new IllegalArgumentException(
          "predictions must be [N] or [N, 1], N at least 1, were "
              + Arrays.toString(predictions.shape()));
    }
    Predictions.requireNumbers(predictions);
    int[] predicted = new int[predictions.size()];
    for (int n = 0; n < predicted.length; n++) {
      predicted[n] = predictions.data()[n] > 0.5f ? 1 : 0;
    }
    return share(predicted, Predictions.checkedLabels(labels, predicted.length, 2));
  }

  private static double share(int[] predicted, int[] labels) {
    int right = 0;
    for (int n = 0; n < labels.length; n++) {
      right += predicted[n] == labels[n] ? 1 : 0;
    }
    return (double) right / labels.length;
  }
}
