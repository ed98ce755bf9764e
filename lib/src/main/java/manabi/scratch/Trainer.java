package manabi.scratch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

/**
 * Trains a {@link SimpleCbow} on shuffled mini-batches.
 *
 * <p>Slides: "word2vec 実装".
 */
public final class Trainer {

  private final SimpleCbow model;
  private final Adam optimizer;
  private final Random random;

  /**
   * Makes a trainer.
   *
   * @param seed of the shuffling
   */
  public Trainer(SimpleCbow model, Adam optimizer, long seed) {
    this.model = model;
    this.optimizer = optimizer;
    random = new Random(seed);
  }

  /**
   * Trains and returns the mean loss of each epoch, each batch's before its update.
   *
   * <p>As in the book, every epoch shuffles the samples, takes as many full batches as there are
   * and leaves the rest out.
   *
   * @param contexts one-hot neighbours, {@code [N, 2, V]}
   * @param target one-hot words between them, {@code [N, V]}
   * @param maxEpoch number of epochs
   * @param batchSize samples of an update
   * @throws IllegalArgumentException if there are fewer samples than one batch, with which the
   *     book's trainer would do nothing and not say so, if a number is not positive or a shape
   *     wrong
   * @throws CancellationException if the thread is interrupted
   */
  public List<Double> fit(double[][][] contexts, double[][] target, int maxEpoch, int batchSize) {
    requirePositive("maxEpoch", maxEpoch);
    requirePositive("batchSize", batchSize);
    if (batchSize > target.length) {
      throw new IllegalArgumentException(
          "batchSize must be at most the number of samples N = %d, was %d: no batch, no training"
              .formatted(target.length, batchSize));
    }
    model.forward(contexts, target); // checks all shapes before anything is learned

    int maxIters = target.length / batchSize;
    List<Double> losses = new ArrayList<>();
    for (int epoch = 0; epoch < maxEpoch; epoch++) {
      if (Thread.interrupted()) {
        throw new CancellationException("training was interrupted in epoch " + (epoch + 1));
      }
      int[] order = shuffled(target.length);
      double totalLoss = 0;
      for (int iter = 0; iter < maxIters; iter++) {
        int[] batch = Arrays.copyOfRange(order, iter * batchSize, (iter + 1) * batchSize);
        totalLoss += step(select(contexts, batch), select(target, batch));
      }
      losses.add(totalLoss / maxIters);
    }
    return losses;
  }

  /** Does one update and returns the batch's loss before it. */
  double step(double[][][] contexts, double[][] target) {
    double loss = model.forward(contexts, target);
    model.backward();

    List<double[][]> params = new ArrayList<>(model.params());
    List<double[][]> grads = new ArrayList<>(model.grads());
    mergeShared(params, grads);
    optimizer.update(params, grads);
    return loss;
  }

  /**
   * Leaves each array of {@code params} once and adds the gradients of the layers that share it:
   * the loss depends on it through all of them.
   */
  private static void mergeShared(List<double[][]> params, List<double[][]> grads) {
    for (int i = params.size() - 1; i > 0; i--) {
      int first = params.indexOf(params.get(i)); // arrays are equal only to themselves
      if (first < i) {
        Matrix.add(grads.get(first), grads.get(i));
        params.remove(i);
        grads.remove(i);
      }
    }
  }

  /** Returns 0..size - 1 in random order (Fisher-Yates). */
  private int[] shuffled(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private static <T> T[] select(T[] samples, int[] indices) {
    T[] selected = Arrays.copyOf(samples, indices.length);
    for (int n = 0; n < indices.length; n++) {
      selected[n] = samples[indices[n]];
    }
    return selected;
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be positive, was " + value);
    }
  }
}
