package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;

/**
 * Mean cross-entropy of softmax probabilities against distributions over the classes, {@code -sum_k
 * t_k ln softmax(a)_k}, from scores {@code [N, K]} in one node: the gradient is {@code (y sum_k t_k
 * - t) / N}. One-hot rows are class labels; smoothed ones share a little with the other classes.
 * Slides: "交差エントロピー誤差".
 */
public final class DistributionCrossEntropy extends Operation {

  private final Tensor labels;
  private Tensor probabilities;

  /**
   * Makes the loss for these labels.
   *
   * @param labels {@code [N, K]}, rows that sum to 1
   */
  public DistributionCrossEntropy(Tensor labels) {
    this.labels = labels;
  }

  @Override
  protected Tensor forward(Tensor... inputs) {
    Tensor scores = inputs[0];
    Shapes.check("labels", "[N, K]", labels, -1, -1);
    Shapes.check(
        "scores",
        Arrays.toString(labels.shape()) + " as the labels",
        scores,
        labels.dim(0),
        labels.dim(1));
    probabilities = Tensor.of(scores.toArray(), scores.shape());
    int classes = scores.dim(1);
    double loss = 0;
    for (int row = 0; row < scores.size(); row += classes) {
      double logSum = Softmax.normalize(probabilities.data(), row, classes);
      for (int i = row; i < row + classes; i++) {
        if (labels.data()[i] != 0) { // a class that is not meant may have a score of minus infinity
          loss += labels.data()[i] * (logSum - scores.data()[i]);
        }
      }
    }
    return Tensor.scalar((float) (loss / scores.dim(0)));
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    float[] dx = probabilities.toArray();
    float[] t = labels.data();
    int classes = labels.dim(1);
    float scale = gradient.item() / labels.dim(0);
    for (int row = 0; row < dx.length; row += classes) {
      float sum = 0;
      for (int i = row; i < row + classes; i++) {
        sum += t[i];
      }
      for (int i = row; i < row + classes; i++) {
        dx[i] = scale * (dx[i] * sum - t[i]);
      }
    }
    return new Tensor[] {Tensor.of(dx, probabilities.shape())};
  }
}
