package manabi.tensor.op;

import manabi.tensor.Tensor;

/** Reads class labels out of tensors. */
final class Labels {

  private Labels() {}

  /**
   * Returns label {@code i}.
   *
   * @throws IllegalArgumentException if it is no whole number from 0 to {@code classes - 1}
   */
  static int at(Tensor labels, int i, int classes) {
    float label = labels.data()[i];
    if (!(label >= 0 && label < classes && label == (int) label)) {
      throw new IllegalArgumentException(
          "labels must be whole numbers from 0 to %d, label %d was %s"
              .formatted(classes - 1, i, label));
    }
    return (int) label;
  }
}
