package manabi.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How training went, epoch by epoch: {@code loss}, metrics and, with validation, the same with
 * {@code val_} before.
 *
 * @param epochs the values of every epoch, in order
 */
public record History(List<Map<String, Double>> epochs) {

  /** Copies the list. */
  public History {
    epochs = List.copyOf(epochs);
  }

  /**
   * Returns one value of every epoch.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public double[] get(String name) {
    double[] values = new double[epochs.size()];
    for (int i = 0; i < values.length; i++) {
      Double value = epochs.get(i).get(name);
      if (value == null) {
        throw new IllegalArgumentException(
            "name must be one of " + epochs.get(i).keySet() + ", was " + name);
      }
      values[i] = value;
    }
    return values;
  }

  /** Returns one value of the last epoch. */
  public double last(String name) {
    return get(name)[epochs.size() - 1];
  }

  /** Returns all curves by name, for a chart. */
  public Map<String, List<Double>> curves() {
    Map<String, List<Double>> curves = new LinkedHashMap<>();
    epochs
        .get(0)
        .keySet()
        .forEach(name -> curves.put(name, epochs.stream().map(epoch -> epoch.get(name)).toList()));
    return curves;
  }

  /** Returns one line an epoch. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < epochs.size(); i++) {
      text.append("epoch ").append(i + 1).append(": ").append(line(epochs.get(i))).append('\n');
    }
    return text.toString();
  }

  static String line(Map<String, Double> values) {
    StringBuilder line = new StringBuilder();
    values.forEach(
        (name, value) ->
            line.append(line.isEmpty() ? "" : "  ")
                .append(String.format(Locale.ROOT, "%s %.4f", name, value)));
    return line.toString();
  }
}
