package manabi.nn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How good a model is on some data.
 *
 * @param loss mean loss of a sample
 * @param metrics value of each metric by its name, in the order of the model's metrics
 */
public record Evaluation(double loss, Map<String, Double> metrics) {

  /** Copies the map. */
  public Evaluation {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /**
   * Returns the share of right predictions, in [0, 1].
   *
   * @throws IllegalStateException if the model was not compiled with {@code ACCURACY}
   */
  public double accuracy() {
    Double accuracy = metrics.get("accuracy");
    if (accuracy == null) {
      throw new IllegalStateException("compile the model with ACCURACY to measure it");
    }
    return accuracy;
  }
}
