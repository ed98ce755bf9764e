package manabi.nn;

import manabi.tensor.Tensor;

/** Activation functions: how a unit's summed input becomes its output. Slides: "活性化関数". */
public enum Activation {
  /** {@code y = x}. */
  LINEAR,
  /** {@code y = max(0, x)}. */
  RELU,
  /** {@code y = 1 / (1 + exp(-x))}. */
  SIGMOID,
  /** {@code y = tanh x}. */
  TANH,
  /** Probabilities along the last axis, {@code y_k = exp(x_k) / sum_i exp(x_i)}. */
  SOFTMAX;

  /** Returns the function's values, recorded on an open tape. */
  public Tensor of(Tensor x) {
    return switch (this) {
      case LINEAR -> x;
      case RELU -> x.relu();
      case SIGMOID -> x.sigmoid();
      case TANH -> x.tanh();
      case SOFTMAX -> x.softmax();
    };
  }
}
