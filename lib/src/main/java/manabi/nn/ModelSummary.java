package manabi.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A model as a table for readers: one line a layer, the sums below. */
final class ModelSummary {

  private static final String ROW = "%-36s %-18s %12s%n";
  private static final String RULE = "─".repeat(68) + System.lineSeparator();

  private ModelSummary() {}

  static String of(Sequential model) {
    StringBuilder table =
        new StringBuilder(ROW.formatted("Layer (type)", "Output shape", "Parameters"));
    table.append(RULE);
    List<int[]> shapes = model.outputShapes();
    int i = 0;
    for (Map.Entry<String, Layer> layer : model.layers().entrySet()) {
      table.append(
          ROW.formatted(
              "%s (%s)".formatted(layer.getKey(), layer.getValue().kind()),
              shapes.isEmpty() ? "not built" : batchShape(shapes.get(i++)),
              grouped(count(layer.getValue().parameters()))));
    }
    table.append(RULE).append("Parameters: ").append(grouped(model.parameterCount()));
    int frozen = model.parameterCount() - model.trainableCount();
    append(table, "frozen", frozen);
    append(table, "moving averages", count(model.averages()));
    return table.toString();
  }

  private static void append(StringBuilder table, String what, int count) {
    if (count > 0) {
      table.append(", ").append(what).append(": ").append(grouped(count));
    }
  }

  private static int count(List<Parameter> parameters) {
    return parameters.stream().mapToInt(parameter -> parameter.value().size()).sum();
  }

  private static String grouped(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String batchShape(int... sampleShape) {
    return Arrays.toString(sampleShape).replace("[", "(N, ").replace("]", ")");
  }
}
