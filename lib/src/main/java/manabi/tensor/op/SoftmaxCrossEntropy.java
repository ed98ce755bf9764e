package manabi.tensor.op;

import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;

/**
 * Mean cross-entropy of softmax probabilities against class labels, {@code -ln softmax(a)[label]},
 * from scores {@code [N, K]} in one node: the gradient is {@code (y - t) / N}. Slides:
 * "交差エントロピー誤差".
 */
public final class SoftmaxCrossEntropy extends Operation {

  private final Tensor labels;
  private Tensor probabilities;

  /**
   * Makes the loss for these labels.
   *
   * @param labels {@code [N]}, classes from 0 to K - 1
   */
  public SoftmaxCrossEntropy(Tensor labels) {
    this.labels = labels;
  }

  @Override
  protected Tensor forward(Tensor... inputs) {
    Tensor scores = inputs[0];
    Shapes.check("scores", "[N, K] with N = " + labels.size(), scores, labels.size(), -1);
    probabilities = copy(scores);
    int classes = scores.dim(1);
    double loss = 0;
    for (int i = 0; i < labels.size(); i++) {
      double logSum = Softmax.normalize(probabilities.data(), i * classes, classes);
      loss += logSum - scores.data()[i * classes + Labels.at(labels, i, classes)];
    }
    return Tensor.scalar((float) (loss / labels.size()));
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    Tensor result = copy(probabilities);
    float[] dx = result.data();
    int classes = probabilities.dim(1);
    float scale = gradient.item() / labels.size();
    for (int i = 0; i < labels.size(); i++) {
      dx[i * classes + Labels.at(labels, i, classes)] -= 1;
    }
    for (int i = 0; i < dx.length; i++) {
      dx[i] *= scale;
    }
    return new Tensor[] {result};
  }
}
