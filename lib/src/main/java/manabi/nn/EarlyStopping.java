package manabi.nn;

import java.util.List;
import java.util.Map;

/**
 * Ends training when the validation loss has not become smaller for some epochs, and gives the
 * model back the numbers that it had in its best epoch:
 *
 * <pre>{@code
 * var stopping = new EarlyStopping(model, 5);
 * model.fit(x, y, epochs(100).validationSplit(0.2).callback(stopping));
 * }</pre>
 *
 * <p>Use one for one training. Slides: "Early stopping". Source: Prechelt (1998), Early Stopping -
 * But When?
 */
public final class EarlyStopping implements Callback {

  private final Sequential model;
  private final int patience;
  private double best = Double.POSITIVE_INFINITY;
  private int bestEpoch;
  private List<float[]> bestNumbers = List.of();

  /**
   * Makes a callback for the training of this model.
   *
   * @param patience epochs without a smaller validation loss after which training ends, 1 or more
   */
  public EarlyStopping(Sequential model, int patience) {
    this.model = model;
    this.patience = Layer.requirePositive("patience", patience);
  }

  /** Returns the epoch of the smallest validation loss, 1 for the first; 0 before there is one. */
  public int bestEpoch() {
    return bestEpoch;
  }

  /**
   * Keeps the model's numbers if the validation loss is the smallest so far.
   *
   * @throws IllegalArgumentException if there is no validation loss
   */
  @Override
  public boolean afterEpoch(int epoch, Map<String, Double> values) {
    Double loss = values.get("val_loss");
    if (loss == null) {
      throw new IllegalArgumentException(
          "early stopping needs val_loss; give fit a validationSplit, there was only "
              + values.keySet());
    }
    if (loss < best) {
      best = loss;
      bestEpoch = epoch;
      bestNumbers = model.numbers().stream().map(number -> number.value().toArray()).toList();
    }
    return epoch - bestEpoch < patience;
  }

  /** Gives the model the numbers of its best epoch, whether training was stopped or not. */
  @Override
  public void afterTraining() {
    List<Parameter> numbers = model.numbers();
    for (int i = 0; i < bestNumbers.size(); i++) {
      float[] kept = bestNumbers.get(i);
      System.arraycopy(kept, 0, numbers.get(i).value().data(), 0, kept.length);
    }
  }
}
