package manabi.tensor.op;

import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;

/**
 * Mean cross-entropy of probabilities {@code [N, K]} against class labels, {@code -ln y[label]}.
 * Probabilities below a limit count as the limit. Slides: "交差エントロピー誤差".
 */
public final class CategoricalCrossEntropy extends Operation {

  private final Tensor labels;
  private final float limit;
  private Tensor probabilities;

  /**
   * Makes the loss for these labels.
   *
   * @param labels {@code [N]}, classes from 0 to K - 1
   * @param limit the smallest probability that is told apart from 0
   */
  public CategoricalCrossEntropy(Tensor labels, float limit) {
    this.labels = labels;
    this.limit = limit;
  }

  @Override
  protected Tensor forward(Tensor... inputs) {
    probabilities = inputs[0];
    Shapes.check(
        "predictions", "[N, K] with N = " + labels.size(), probabilities, labels.size(), -1);
    double loss = 0;
    for (int i = 0; i < labels.size(); i++) {
      loss -= Math.log(Math.max(limit, probabilities.data()[place(i)]));
    }
    return Tensor.scalar((float) (loss / labels.size()));
  }

  private int place(int i) {
    int classes = probabilities.dim(1);
    return i * classes + Labels.at(labels, i, classes);
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    Tensor dp = Tensor.zeros(probabilities.shape());
    for (int i = 0; i < labels.size(); i++) {
      float p = Math.max(limit, probabilities.data()[place(i)]);
      dp.data()[place(i)] = -gradient.item() / (labels.size() * p);
    }
    return new Tensor[] {dp};
  }
}
