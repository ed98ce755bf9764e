package manabi.metrics;

import java.util.Arrays;
import manabi.tensor.Tensor;

/** Classes out of the numbers that a network puts out. */
public final class Predictions {

  private Predictions() {}

  /**
   * Returns the class with the largest number in each row, the first of equals.
   *
   * @param predictions probabilities or logits, {@code [N, K]}
   * @throws IllegalArgumentException if {@code predictions} is not {@code [N, K]} with both at
   *     least 1, or has NaN
   */
  public static int[] classes(Tensor predictions) {
    if (predictions.rank() != 2 || predictions.size() == 0) {
      throw new IllegalArgumentException(
          "predictions must be [N, K], both at least 1, were "
              + Arrays.toString(predictions.shape()));
    }
    requireNumbers(predictions);
    int k = predictions.dim(1);
    int[] classes = new int[predictions.dim(0)];
    for (int n = 0; n < classes.length; n++) {
      for (int c = 1; c < k; c++) {
        if (predictions.data()[n * k + c] > predictions.data()[n * k + classes[n]]) {
          classes[n] = c;
        }
      }
    }
    return classes;
  }

  /** Returns labels as class numbers, checked against the number of examples and of classes. */
  static int[] checkedLabels(Tensor labels, int count, int classes) {
    if (labels.size() != count || labels.rank() < 1 || labels.dim(0) != count) {
      throw new IllegalArgumentException(
          "labels must be [" + count + "], were " + Arrays.toString(labels.shape()));
    }
    int[] checked = new int[count];
    for (int n = 0; n < count; n++) {
      float label = labels.data()[n];
      checked[n] = (int) label;
      if (checked[n] != label || label < 0 || label >= classes) {
        throw new IllegalArgumentException(
            "labels must be 0 to " + (classes - 1) + ", label " + n + " was " + label);
      }
    }
    return checked;
  }

  static void requireNumbers(Tensor predictions) {
    float[] data = predictions.data();
    for (int i = 0; i < data.length; i++) {
      if (Float.isNaN(data[i])) {
        throw new IllegalArgumentException("predictions must be numbers, entry " + i + " was NaN");
      }
    }
  }
}
