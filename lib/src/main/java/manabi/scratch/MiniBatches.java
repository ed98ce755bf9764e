package manabi.scratch;

import java.util.Arrays;
import java.util.Random;

/**
 * The order in which an epoch shows the training data: every sample once, shuffled, in batches.
 *
 * <p>Slides: "エポック", "ミニバッチ勾配降下法".
 */
public final class MiniBatches {

  private MiniBatches() {}

  /**
   * Returns the sample numbers of each batch of one epoch; the last batch may be smaller.
   *
   * @param samples how many there are, N
   * @param batchSize samples of an update, b
   * @param random where the order comes from
   * @return {@code ceil(N / b)} batches
   * @throws IllegalArgumentException if a number is not positive
   */
  public static int[][] epoch(int samples, int batchSize, Random random) {
    int[] order = new int[samples];
    for (int i = 0; i < samples; i++) { // Fisher and Yates' shuffle
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    int[][] batches = new int[stepsPerEpoch(samples, batchSize)][];
    for (int k = 0; k < batches.length; k++) {
      int from = k * batchSize;
      batches[k] = Arrays.copyOfRange(order, from, Math.min(samples, from + batchSize));
    }
    return batches;
  }

  /**
   * Returns how many updates an epoch has, {@code ceil(N / b)}.
   *
   * @throws IllegalArgumentException if a number is not positive
   */
  public static int stepsPerEpoch(int samples, int batchSize) {
    if (samples < 1 || batchSize < 1) {
      throw new IllegalArgumentException(
          "samples and batchSize must be positive, were %d and %d".formatted(samples, batchSize));
    }
    return (int) (((long) samples + batchSize - 1) / batchSize);
  }
}
