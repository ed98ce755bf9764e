package manabi.scratch;

import java.util.List;
import java.util.Random;

/**
 * The network that guesses a word from its two neighbours and so finds a vector for each word (CBOW
 * with window 1):
 *
 * <pre>{@code
 * h = (c0 Win + c1 Win) / 2     score = h Wout     loss = cross-entropy of softmax(score)
 * }</pre>
 *
 * <p>Both neighbours pass through layers that share {@code Win}, whose rows are the word vectors.
 * Slides: "CBOW", "word2vec 実装". Source: Mikolov, Chen, Corrado, Dean (2013), Efficient Estimation
 * of Word Representations in Vector Space.
 */
public final class SimpleCbow {

  private final int vocabularySize; // V

  private final MatMul inLayer0;
  private final MatMul inLayer1;
  private final MatMul outLayer;
  private final SoftmaxWithLoss lossLayer = new SoftmaxWithLoss();

  /**
   * Makes a network with weights {@code 0.01 * N(0, 1)}; the book's are {@code float}, these {@code
   * double}.
   *
   * @param vocabularySize number of words {@code V}
   * @param hiddenSize length {@code H} of a word vector
   * @param seed of the weights
   * @throws IllegalArgumentException if a size is not positive
   */
  public SimpleCbow(int vocabularySize, int hiddenSize, long seed) {
    requirePositive("vocabularySize", vocabularySize);
    requirePositive("hiddenSize", hiddenSize);
    this.vocabularySize = vocabularySize;

    Random random = new Random(seed);
    double[][] wIn = Matrix.normal(vocabularySize, hiddenSize, 0.01, random);
    double[][] wOut = Matrix.normal(hiddenSize, vocabularySize, 0.01, random);

    inLayer0 = new MatMul(wIn);
    inLayer1 = new MatMul(wIn);
    outLayer = new MatMul(wOut);
  }

  /**
   * Returns a copy of {@code Win}, {@code [V, H]}: row {@code i} is the vector of word {@code i}.
   */
  public double[][] wordVectors() {
    return Matrix.copy(inLayer0.w);
  }

  /** Returns every layer's weights; the first two are the same array. */
  List<double[][]> params() {
    return List.of(inLayer0.w, inLayer1.w, outLayer.w);
  }

  /** Returns every layer's gradient, in the order of {@link #params()}. */
  List<double[][]> grads() {
    return List.of(inLayer0.grad, inLayer1.grad, outLayer.grad);
  }

  /**
   * Returns the mean loss of guessing the targets.
   *
   * @param contexts one-hot neighbours, {@code [N, 2, V]}
   * @param target one-hot words between them, {@code [N, V]}
   * @throws IllegalArgumentException if a shape is another
   */
  public double forward(double[][][] contexts, double[][] target) {
    requireShapes(contexts, target);
    double[][] h0 = inLayer0.forward(word(contexts, 0));
    double[][] h1 = inLayer1.forward(word(contexts, 1));
    double[][] h = half(plus(h0, h1));
    double[][] score = outLayer.forward(h);
    return lossLayer.forward(score, target);
  }

  /**
   * Returns how probable each word is between two others, {@code [N, V]}, rows that sum to 1.
   *
   * <p>It looks the rows of {@code Win} up, which gives what the product with a one-hot row gives,
   * without its V multiplications with 0.
   *
   * @param contexts ids of the neighbours, {@code [N, 2]}
   * @throws IllegalArgumentException if a row has not two ids, or one is not in 0..V - 1
   */
  public double[][] predict(int[][] contexts) {
    double[][] y = new double[contexts.length][];
    for (int n = 0; n < contexts.length; n++) {
      requireIds(contexts[n], n);
      double[] h = Matrix.plus(inLayer0.w[contexts[n][0]], inLayer1.w[contexts[n][1]]);
      for (int j = 0; j < h.length; j++) {
        h[j] *= 0.5;
      }
      y[n] = SoftmaxWithLoss.softmax(Matrix.times(h, outLayer.w));
    }
    return y;
  }

  /** Sets every layer's gradient for the last {@link #forward}. */
  void backward() {
    double[][] ds = lossLayer.backward(1);
    double[][] da = half(outLayer.backward(ds));
    inLayer1.backward(da);
    inLayer0.backward(da);
  }

  /** Returns the slide's {@code contexts[:, position]}, [N, V]. */
  private static double[][] word(double[][][] contexts, int position) {
    double[][] words = new double[contexts.length][];
    for (int n = 0; n < contexts.length; n++) {
      words[n] = contexts[n][position];
    }
    return words;
  }

  private static double[][] plus(double[][] a, double[][] b) {
    double[][] sum = new double[a.length][];
    for (int n = 0; n < a.length; n++) {
      sum[n] = Matrix.plus(a[n], b[n]);
    }
    return sum;
  }

  private static double[][] half(double[][] m) {
    double[][] half = Matrix.copy(m);
    for (double[] row : half) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= 0.5;
      }
    }
    return half;
  }

  private void requireShapes(double[][][] contexts, double[][] target) {
    if (contexts.length != target.length || target.length == 0) {
      throw new IllegalArgumentException(
          "contexts and target must have the same number N >= 1 of samples, had %d and %d"
              .formatted(contexts.length, target.length));
    }
    for (int n = 0; n < target.length; n++) {
      if (contexts[n].length != 2) {
        throw new IllegalArgumentException(
            "contexts must be [N, 2, V], was %d words at sample %d"
                .formatted(contexts[n].length, n));
      }
      requireWord("contexts", contexts[n][0], n);
      requireWord("contexts", contexts[n][1], n);
      requireWord("target", target[n], n);
    }
  }

  private void requireIds(int[] ids, int n) {
    if (ids.length != 2) {
      throw new IllegalArgumentException(
          "contexts must be [N, 2], was %d ids at sample %d".formatted(ids.length, n));
    }
    for (int id : ids) {
      if (id < 0 || id >= vocabularySize) {
        throw new IllegalArgumentException(
            "contexts must be ids in 0..%d, was %d at sample %d"
                .formatted(vocabularySize - 1, id, n));
      }
    }
  }

  private void requireWord(String name, double[] word, int n) {
    if (word.length != vocabularySize) {
      throw new IllegalArgumentException(
          "%s must have rows of V = %d, was %d at sample %d"
              .formatted(name, vocabularySize, word.length, n));
    }
  }

  private static void requirePositive(String name, int size) {
    if (size < 1) {
      throw new IllegalArgumentException(name + " must be positive, was " + size);
    }
  }
}
