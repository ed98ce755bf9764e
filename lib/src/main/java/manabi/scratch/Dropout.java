package manabi.scratch;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Dropout as the slides have it: while the network learns, units are switched off by chance; when
 * it is used, all work, each a little less.
 *
 * <p>Slides: "ドロップアウト". Sheet 000 says to multiply by "that probability" at inference, which reads
 * as the probability of dropping; it must be that of keeping, or the next layer gets other sums
 * than it has learnt from. Source: Srivastava et al. (2014), Dropout: A Simple Way to Prevent
 * Neural Networks from Overfitting.
 */
public final class Dropout {

  private final double p;
  private final SplittableRandom random;

  /**
   * Makes a layer.
   *
   * @param p probability of switching a unit off, in [0, 1)
   * @param seed of the choice
   */
  public Dropout(double p, long seed) {
    if (!(p >= 0 && p < 1)) {
      throw new IllegalArgumentException("p must be in [0, 1), was " + p);
    }
    this.p = p;
    random = new SplittableRandom(seed);
  }

  /** Returns the outputs while learning: each is 0 with probability p; new choices every time. */
  public double[] training(double... x) {
    return Arrays.stream(x).map(unit -> random.nextDouble() < p ? 0 : unit).toArray();
  }

  /** Returns the outputs in use, {@code (1 - p) x}: the mean of what training gives. */
  public double[] inference(double... x) {
    return Arrays.stream(x).map(unit -> (1 - p) * unit).toArray();
  }
}
