package manabi.nn;

import java.util.Map;

/** Told how training goes. */
@FunctionalInterface
public interface Callback {

  /**
   * Called after every epoch.
   *
   * @param epoch 1 for the first
   * @param values {@code loss}, metrics and, with validation, the same with {@code val_} before
   * @return whether to go on
   */
  boolean afterEpoch(int epoch, Map<String, Double> values);

  /** Called when the last epoch is over, also if a callback ended training; not after an error. */
  default void afterTraining() {}
}
