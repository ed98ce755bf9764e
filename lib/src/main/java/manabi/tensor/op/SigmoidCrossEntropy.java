package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.Operation;
import manabi.tensor.Tensor;

/**
 * Mean binary cross-entropy of sigmoid probabilities against labels in [0, 1], from scores in one
 * node: {@code max(a, 0) - a t + ln(1 + exp(-|a|))}, which neither overflows nor takes the
 * logarithm of 0; the gradient is {@code (sigmoid(a) - t) / N}.
 */
public final class SigmoidCrossEntropy extends Operation {

  private final Tensor labels;
  private Tensor scores;

  /**
   * Makes the loss for these labels.
   *
   * @param labels as many as scores, in [0, 1]
   */
  public SigmoidCrossEntropy(Tensor labels) {
    this.labels = labels;
  }

  @Override
  protected Tensor forward(Tensor... inputs) {
    scores = inputs[0];
    if (scores.size() != labels.size()) {
      throw new IllegalArgumentException(
          "labels must be as many as scores "
              + Arrays.toString(scores.shape())
              + ", were "
              + Arrays.toString(labels.shape()));
    }
    double loss = 0;
    for (int i = 0; i < scores.size(); i++) {
      double a = scores.data()[i];
      loss += Math.max(a, 0) - a * labels.data()[i] + Math.log1p(Math.exp(-Math.abs(a)));
    }
    return Tensor.scalar((float) (loss / scores.size()));
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    Tensor dx = Tensor.zeros(scores.shape());
    for (int i = 0; i < dx.size(); i++) {
      double probability = 1 / (1 + Math.exp(-scores.data()[i]));
      dx.data()[i] = (float) ((probability - labels.data()[i]) * gradient.item() / scores.size());
    }
    return new Tensor[] {dx};
  }
}
