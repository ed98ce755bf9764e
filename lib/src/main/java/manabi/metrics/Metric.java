package manabi.metrics;

import java.util.Arrays;
import java.util.Locale;
import manabi.tensor.Tensor;

/** What {@code Sequential} reports beside the loss. */
public enum Metric {
  /**
   * The share of right predictions, in [0, 1]: of classes where predictions are {@code [N, K]} with
   * K above 1 (the largest wins), else of labels 0 and 1 (1 where the prediction is above 0.5).
   */
  ACCURACY;

  /** Returns the name in histories and progress bars. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the metric of a batch.
   *
   * @param labels {@code [N]}, or {@code [N, K]} with the largest number for the right class
   * @param predictions {@code [N, K]}, as the network gives them
   * @throws IllegalArgumentException if the shapes do not fit, a label is no class, or a prediction
   *     is NaN
   */
  public double of(Tensor labels, Tensor predictions) {
    if (labels.rank() == 2
        && labels.dim(1) > 1
        && Arrays.equals(labels.shape(), predictions.shape())) {
      return of(largest(labels), predictions);
    }
    if (predictions.rank() != 2 || predictions.dim(0) != labels.size()) {
      throw new IllegalArgumentException(
          "predictions must be [N, K] with N = %d labels, were %s"
              .formatted(labels.size(), Arrays.toString(predictions.shape())));
    }
    return switch (this) {
      case ACCURACY ->
          predictions.dim(1) > 1
              ? Accuracy.sparseCategorical(labels, predictions)
              : Accuracy.binary(labels, predictions);
    };
  }

  private static Tensor largest(Tensor distributions) {
    int[] classes = Predictions.classes(distributions);
    Tensor labels = Tensor.zeros(classes.length);
    for (int n = 0; n < classes.length; n++) {
      labels.data()[n] = classes[n];
    }
    return labels;
  }
}
