package manabi.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import manabi.loss.Regularizer;

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
  final Optional<Regularizer> regularizer;
  final List<Callback> callbacks;

  private Fit(
      int epochs,
      int batchSize,
      double validationSplit,
      boolean quiet,
      boolean skipNonFinite,
      Optional<Regularizer> regularizer,
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
    this.regularizer = regularizer;
    this.callbacks = callbacks;
  }

  /** Trains for this many passes over the data, 1 or more. */
  public static Fit epochs(int epochs) {
    return new Fit(epochs, 32, 0, false, false, Optional.empty(), List.of());
  }

  /** Changes the parameters after every {@code batchSize} samples, 1 or more. */
  public Fit batchSize(int batchSize) {
    return new Fit(
        epochs, batchSize, validationSplit, quiet, skipNonFinite, regularizer, callbacks);
  }

  /** Keeps the last {@code share} of the data, in [0, 1), away from training to validate on. */
  public Fit validationSplit(double share) {
    return new Fit(epochs, batchSize, share, quiet, skipNonFinite, regularizer, callbacks);
  }

  /** Shows no progress. */
  public Fit quiet() {
    return new Fit(epochs, batchSize, validationSplit, true, skipNonFinite, regularizer, callbacks);
  }

  /**
   * Leaves out batches whose loss is NaN or infinite, where training would stop otherwise: they
   * change nothing and do not count in the means.
   */
  public Fit skipNonFinite() {
    return new Fit(epochs, batchSize, validationSplit, quiet, true, regularizer, callbacks);
  }

  /**
   * Adds to the loss what large weights cost; biases are free. What is shown and returned of the
   * loss is without it, so that training and validation compare.
   */
  public Fit regularizer(Regularizer newRegularizer) {
    return new Fit(
        epochs,
        batchSize,
        validationSplit,
        quiet,
        skipNonFinite,
        Optional.of(newRegularizer),
        callbacks);
  }

  /** Tells one more callback how training goes. */
  public Fit callback(Callback callback) {
    List<Callback> more = new ArrayList<>(callbacks);
    more.add(callback);
    return new Fit(
        epochs, batchSize, validationSplit, quiet, skipNonFinite, regularizer, List.copyOf(more));
  }
}
