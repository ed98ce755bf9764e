package manabi.nn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names layers as Keras does. */
final class LayerNames {

  private LayerNames() {}

  /** Returns a name for each layer: Keras' name for its kind, numbered where it comes again. */
  static List<String> of(List<Layer> layers) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (Layer layer : layers) {
      String name = snakeCase(layer.kind().replaceAll("\\W.*", ""));
      int count = seen.merge(name, 1, Integer::sum);
      names.add(count == 1 ? name : name + "_" + (count - 1));
    }
    return List.copyOf(names);
  }

  /**
   * Returns {@code "max_pooling2d"} for {@code "MaxPooling2D"}: a word starts with "Xx" or "xX".
   */
  private static String snakeCase(String kind) {
    return kind.replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
