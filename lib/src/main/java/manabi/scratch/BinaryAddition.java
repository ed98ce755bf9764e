package manabi.scratch;

import static manabi.scratch.Bits.bit;
import static manabi.scratch.Bits.number;
import static manabi.scratch.Bits.rounded;
import static manabi.scratch.Bits.word;
import static manabi.scratch.Functions.dMeanSquaredError;
import static manabi.scratch.Functions.meanSquaredError;
import static manabi.scratch.Functions.sigmoid;
import static manabi.scratch.Matrix.addOuterProduct;
import static manabi.scratch.Matrix.clear;
import static manabi.scratch.Matrix.plus;
import static manabi.scratch.Matrix.product;
import static manabi.scratch.Matrix.subtract;
import static manabi.scratch.Matrix.times;
import static manabi.scratch.Matrix.timesTransposed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * A recurrent network that learns to add two binary words by carrying a bit through its hidden
 * state, trained with backpropagation through time.
 *
 * <p>The words are read from their least significant bit; {@code x} is the two bits of step {@code
 * t} and {@code d} the bit of the sum. With row vectors, {@code z^0 = 0} and no bias:
 *
 * <pre>{@code
 * forward    u^t = x^t Win + z^(t-1) W      z^t = f(u^t)      y^t = sigmoid(z^t Wout)
 * loss       E = sum over t of (d^t - y^t)^2 / 2
 * backward   delta^t = (delta^(t+1) Wᵀ + deltaOut^t Woutᵀ) * f'(u^t)
 * gradients  Wout: sum of (z^t)ᵀ deltaOut^t   W: sum of (z^(t-1))ᵀ delta^t   Win: sum of (x^t)ᵀ delta^t
 * }</pre>
 *
 * <p>As in the lecture's program {@code u} and {@code z} have one row more than there are steps:
 * step {@code t}, counted from 0, reads row {@code t} of {@code z} and writes row {@code t + 1}.
 * Slides: "実装:RNN", "BPTT". One object serves one thread.
 */
public final class BinaryAddition {

  private static final int BINARY_DIM = Bits.WORD_LENGTH; // T below; H is the hidden size
  private static final int LARGEST_NUMBER = 1 << BINARY_DIM;

  private final AdditionHyperparameters hyper;
  private final AdditionVariant variant;
  private final Random random;

  final double[][] wIn; // [2, H]
  final double[][] wOut; // [H, 1]
  final double[][] w; // [H, H]

  final double[][] wInGrad;
  final double[][] wOutGrad;
  final double[][] wGrad;

  final double[][] u; // [T + 1, H]
  final double[][] z; // [T + 1, H]
  final double[] y; // [T]

  private final double[][] deltaOut; // [T, 1]
  private final double[][] delta; // [T + 1, H]; the last row stays 0: nothing comes after step T

  /** Makes the lecture's network with these numbers. */
  public BinaryAddition(AdditionHyperparameters hyper) {
    this(hyper, AdditionVariant.LECTURE);
  }

  /** Makes the network with these numbers and these alternative lines. */
  public BinaryAddition(AdditionHyperparameters hyper, AdditionVariant variant) {
    this.hyper = hyper;
    this.variant = variant;
    random = new Random(hyper.seed());
    int hiddenSize = hyper.hiddenSize();

    wIn = firstWeights(2, hiddenSize);
    wOut = firstWeights(hiddenSize, 1);
    w = firstWeights(hiddenSize, hiddenSize);

    wInGrad = new double[2][hiddenSize];
    wOutGrad = new double[hiddenSize][1];
    wGrad = new double[hiddenSize][hiddenSize];

    u = new double[BINARY_DIM + 1][hiddenSize];
    z = new double[BINARY_DIM + 1][hiddenSize];
    y = new double[BINARY_DIM];
    deltaOut = new double[BINARY_DIM][1];
    delta = new double[BINARY_DIM + 1][hiddenSize];
  }

  private double[][] firstWeights(int inputs, int outputs) {
    double std = variant.initialisation().standardDeviation(inputs, hyper.weightInitStd());
    return Matrix.normal(inputs, outputs, std, random);
  }

  /**
   * Returns the number of weights, {@code 2 H + H H + H}: 304 with the lecture's 16 hidden units.
   */
  public int parameterCount() {
    int hiddenSize = hyper.hiddenSize();
    return 2 * hiddenSize + hiddenSize * hiddenSize + hiddenSize;
  }

  /** Trains in silence; see {@link #train(Consumer)}. */
  public AdditionHistory train() {
    return train(report -> {});
  }

  /**
   * Trains on random pairs of numbers below 128, one update a pair, and returns how it went.
   *
   * <p>Weights that overflow make the losses NaN; the training goes on, as the lecture's does, and
   * the history tells it. A second call goes on from the weights of the first.
   *
   * @param onReport gets every {@code reportEvery}-th iteration, from iteration 0; {@code
   *     System.out::println} prints the lecture's own lines
   * @throws CancellationException if the thread is interrupted
   */
  public AdditionHistory train(Consumer<AdditionReport> onReport) {
    List<Double> losses = new ArrayList<>();
    List<Boolean> exact = new ArrayList<>();
    for (int i = 0; i < hyper.iterations(); i++) {
      if (Thread.interrupted()) {
        throw new CancellationException("training was interrupted in iteration " + i);
      }
      int a = random.nextInt(LARGEST_NUMBER / 2);
      int b = random.nextInt(LARGEST_NUMBER / 2);

      double allLoss = forward(a, b);
      AdditionReport report = new AdditionReport(i, allLoss, a, b, rounded(y), word(a + b));
      backward(a, b);
      update();

      losses.add(report.loss());
      exact.add(report.exact());
      if (i % hyper.reportEvery() == 0) {
        onReport.accept(report);
      }
    }
    return new AdditionHistory(hyper.reportEvery(), losses, exact);
  }

  /**
   * Returns what the network takes for {@code a + b}, in 0..255; nothing is learned.
   *
   * @throws IllegalArgumentException if a number is not in 0..127, so that the sum has 8 bits
   */
  public int predict(int a, int b) {
    requireAddend("a", a);
    requireAddend("b", b);
    forward(a, b);
    return number(rounded(y));
  }

  /** Runs the network over the two words and returns the loss, summed over the bits. */
  double forward(int a, int b) {
    double allLoss = 0;
    for (int t = 0; t < BINARY_DIM; t++) {
      double[] x = {bit(a, t), bit(b, t)};
      double d = bit(a + b, t);

      u[t + 1] = plus(times(x, wIn), times(z[t], w));
      z[t + 1] = variant.activation().of(u[t + 1]);
      y[t] = sigmoid(times(z[t + 1], wOut)[0]);

      allLoss += meanSquaredError(d, y[t]);
      deltaOut[t][0] = dMeanSquaredError(d, y[t]) * variant.outputDelta().slope(y[t]);
    }
    return allLoss;
  }

  /** Adds the gradients of the last {@link #forward}, from the last step back to the first. */
  void backward(int a, int b) {
    if (variant.stepsBack() < BINARY_DIM - 1) {
      truncatedBackward(a, b);
      return;
    }
    for (int t = BINARY_DIM - 1; t >= 0; t--) {
      double[] x = {bit(a, t), bit(b, t)};

      delta[t] =
          product(
              plus(timesTransposed(delta[t + 1], w), timesTransposed(deltaOut[t], wOut)),
              variant.activation().derivative(u[t + 1]));

      addOuterProduct(wOutGrad, z[t + 1], deltaOut[t]);
      addOuterProduct(wGrad, z[t], delta[t]);
      addOuterProduct(wInGrad, x, delta[t]);
    }
  }

  /** Follows the error of each output back by itself, over no more than {@code stepsBack} steps. */
  private void truncatedBackward(int a, int b) {
    for (int t = BINARY_DIM - 1; t >= 0; t--) {
      addOuterProduct(wOutGrad, z[t + 1], deltaOut[t]);

      double[] error = timesTransposed(deltaOut[t], wOut);
      for (int s = t; s >= Math.max(0, t - variant.stepsBack()); s--) {
        double[] x = {bit(a, s), bit(b, s)};
        double[] deltaOfOutput = product(error, variant.activation().derivative(u[s + 1]));

        addOuterProduct(wGrad, z[s], deltaOfOutput);
        addOuterProduct(wInGrad, x, deltaOfOutput);
        error = timesTransposed(deltaOfOutput, w);
      }
    }
  }

  /** Takes one step down the gradients and clears them. */
  void update() {
    variant.clipping().clip(wInGrad, wOutGrad, wGrad);

    subtract(wIn, hyper.learningRate(), wInGrad);
    subtract(wOut, hyper.learningRate(), wOutGrad);
    subtract(w, hyper.learningRate(), wGrad);

    clear(wInGrad);
    clear(wOutGrad);
    clear(wGrad);
  }

  private static void requireAddend(String name, int value) {
    if (value < 0 || value >= LARGEST_NUMBER / 2) {
      throw new IllegalArgumentException(
          name + " must be in 0.." + (LARGEST_NUMBER / 2 - 1) + ", was " + value);
    }
  }
}
