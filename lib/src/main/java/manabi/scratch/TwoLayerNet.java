package manabi.scratch;

import java.util.List;
import java.util.Random;

/**
 * A network with one hidden layer that sorts inputs into classes, by hand: two affine layers, a
 * sigmoid between them, softmax and cross-entropy at the end.
 *
 * <pre>{@code
 * Z = sigmoid(X W1 + B1)      Y = softmax(Z W2 + B2)      loss = -mean over N of log Y[label]
 * }</pre>
 *
 * <p>Slides: "小規模なニューラルネットワークで実験", "誤差逆伝播法". Source: 斎藤 康毅, ゼロから作るDeep Learning (2016), chapters 4
 * and 5.
 */
public final class TwoLayerNet {

  private final List<double[][]> parameters;
  private final AffineLayer hidden;
  private final AffineLayer output;
  private final SoftmaxWithLoss last = new SoftmaxWithLoss();
  private double[][] a = {}; // input of the sigmoid, [N, H]

  /**
   * Makes a network with normal weights and biases 0.
   *
   * @param inputSize numbers of a sample, D
   * @param hiddenSize hidden units, H
   * @param outputSize classes, K
   * @param weightInitStd standard deviation of the weights; the book's is 0.01
   * @param seed of the weights
   */
  public TwoLayerNet(
      int inputSize, int hiddenSize, int outputSize, double weightInitStd, long seed) {
    Random random = new Random(seed);
    double[][] w1 = Matrix.normal(inputSize, hiddenSize, weightInitStd, random);
    double[][] b1 = new double[1][hiddenSize];
    double[][] w2 = Matrix.normal(hiddenSize, outputSize, weightInitStd, random);
    double[][] b2 = new double[1][outputSize];
    parameters = List.of(w1, b1, w2, b2);
    hidden = new AffineLayer(w1, b1);
    output = new AffineLayer(w2, b2);
  }

  /** Returns W1 {@code [D, H]}, B1 {@code [1, H]}, W2 {@code [H, K]} and B2 {@code [1, K]}. */
  public List<double[][]> parameters() {
    return parameters;
  }

  /** Returns how many numbers are learnt. */
  public int parameterCount() {
    return parameters.stream().mapToInt(p -> p.length * p[0].length).sum();
  }

  /**
   * Returns the scores of each class, before softmax: the largest is the answer.
   *
   * @param x {@code [N, D]}
   * @return {@code [N, K]}
   * @throws IllegalArgumentException if {@code x} is not {@code [N, D]}
   */
  public double[][] scores(double[][] x) {
    a = hidden.forward(x);
    double[][] z = new double[a.length][];
    for (int n = 0; n < a.length; n++) {
      z[n] = Activation.SIGMOID.of(a[n]);
    }
    return output.forward(z);
  }

  /**
   * Returns the mean loss of a batch.
   *
   * @param x {@code [N, D]}
   * @param t one-hot labels, {@code [N, K]}
   * @throws IllegalArgumentException if a shape is another
   */
  public double loss(double[][] x, double[][] t) {
    double[][] scores = scores(x);
    Matrix.requireShape("t", t, x.length, scores[0].length);
    return last.forward(scores, t);
  }

  /**
   * Returns the share of inputs whose largest score is that of the label, in [0, 1]; arguments as
   * in {@link #loss}.
   */
  public double accuracy(double[][] x, double[][] t) {
    double[][] scores = scores(x);
    int right = 0;
    for (int n = 0; n < x.length; n++) {
      right += Matrix.argmax(scores[n]) == Matrix.argmax(t[n]) ? 1 : 0;
    }
    return (double) right / x.length;
  }

  /**
   * Returns the derivative of the mean loss by every parameter, in their order, by backpropagation:
   * the error goes back through the layers, each multiplies it by its own derivative.
   */
  public List<double[][]> gradient(double[][] x, double[][] t) {
    loss(x, t);
    return backward();
  }

  private List<double[][]> backward() {
    double[][] delta = output.backward(last.backward(1));
    for (int n = 0; n < delta.length; n++) {
      delta[n] = Matrix.product(delta[n], Activation.SIGMOID.derivative(a[n]));
    }
    hidden.backwardToParameters(delta);
    return List.of(hidden.dw(), hidden.db(), output.dw(), output.db());
  }

  /**
   * Learns from one batch, in three steps: forward, backward, {@code w = w - learningRate dL/dw}.
   *
   * @return the loss before the update
   */
  public double step(double[][] x, double[][] t, double learningRate) {
    double loss = loss(x, t);
    List<double[][]> gradient = backward();
    for (int p = 0; p < parameters.size(); p++) {
      Matrix.subtract(parameters.get(p), learningRate, gradient.get(p));
    }
    return loss;
  }
}
