package manabi.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * How to train: {@code epochs(5).batchSize(200)}. Each method returns a changed copy; what is not
 * said is as in Keras: batches of 32, no validation, shuffled every epoch, progress shown.
 */
public final class Fit {

  final int epochs;
  final int batchSize;
  final double validationSplit;
  final boolean quiet;
  final boolean skipNonFinite;
  final List<Callback> callbacks;

  private Fit(
      int epochs,
      int batchSize,
      double validationSplit,
      boolean quiet,
      boolean skipNonFinite,
      List<Callback> callbacks) {
    this.epochs = Layer.requirePositive("epochs", epochs);
    this.batchSize = Layer.requirePositive("batchSize", batchSize);
    if (!(validationSplit >= 0 && validationSplit < 1)) {
      throw new IllegalArgumentException(
          "validationSplit must be in [0, 1), was " + validationSplit);
    }
    this.validationSplit = validationSplit;
    this.quiet = quiet;
    this.skipNonFinite = skipNonFinite;
    this.callbacks = callbacks;
  }

  /** Trains for this many passes over the data, 1 or more. */
  public static Fit epochs(int epochs) {
    return new Fit(epochs, 32, 0, false, false, List.of());
  }

  /** Changes the parameters after every {@code batchSize} samples, 1 or more. */
  public Fit batchSize(int batchSize) {
    return new Fit(epochs, batchSize, validationSplit, quiet, skipNonFinite, callbacks);
  }

  /** Keeps the last {@code share} of the data, in [0, 1), away from training to validate on. */
  public Fit validationSplit(double share) {
    return new Fit(epochs, batchSize, share, quiet, skipNonFinite, callbacks);
  }

  /** Shows no progress. */
  public Fit quiet() {
    return new Fit(epochs, batchSize, validationSplit, true, skipNonFinite, callbacks);
  }

  /**
   * Leaves out batches whose loss is NaN or infinite, where training would stop otherwise: they
   * change nothing and do not count in the means.
   */
  public Fit skipNonFinite() {
    return new Fit(epochs, batchSize, validationSplit, quiet, true, callbacks);
  }

  /** Tells one more callback how training goes. */
  public Fit callback(Callback callback) {
    List<Callback> more = new ArrayList<>(callbacks);
    more.add(callback);
    return new Fit(epochs, batchSize, validationSplit, quiet, skipNonFinite, List.copyOf(more));
  }
}
