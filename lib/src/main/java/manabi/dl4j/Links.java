package manabi.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import manabi.nn.LayerDescription;
import manabi.nn.Sequential;

/** Finds for each parameter of a model its counterpart in DL4J. */
final class Links {

  private final Sequential model;
  private final List<Link> links = new ArrayList<>();

  private Links(Sequential model) {
    this.model = model;
  }

  /** Returns the links of all parameters of a model that the bridge can take. */
  static List<Link> of(Sequential model) {
    Links links = new Links(model);
    int number = 0; // of the layer in DL4J, where flattening is no layer
    List<Integer> flattened = List.of();
    List<Integer> before = Arrays.stream(model.inputShape()).boxed().toList();
    for (LayerDescription layer : model.describe()) {
      if (layer.type().equals("Flatten")) {
        flattened = before;
      } else {
        links.add(layer, number + "_", flattened);
        flattened = List.of();
        number++;
      }
      before = layer.outputShape();
    }
    return links.links;
  }

  private void add(LayerDescription layer, String key, List<Integer> flattened) {
    String name = layer.name() + "/";
    switch (layer.type()) {
      case "Dense" -> addDense(name, key, flattened);
      case "Conv2D" -> {
        int[] filters =
            model.parameter(name + "kernel").shape(); // [F, F, C, K], DL4J: [K, C, F, F]
        links.add(Link.axes(name + "kernel", key + "W", filters, 3, 2, 0, 1));
        links.add(Link.same(model, name + "bias", key + "b"));
      }
      case "Embedding" -> links.add(Link.same(model, name + "embeddings", key + "W"));
      case "Bidirectional" -> {
        String type = (String) ((Map<?, ?>) layer.settings().get("forward")).get("type");
        addRecurrent(type, name + "forward_", key + "f");
        addRecurrent(type, name + "backward_", key + "b");
      }
      case "SimpleRnn", "Lstm" -> addRecurrent(layer.type(), name, key);
      default -> {} // nothing to learn
    }
  }

  /** DL4J flattens images channel by channel: the rows of the weights stand in that order. */
  private void addDense(String name, String key, List<Integer> flattened) {
    String kernel = name + "kernel";
    if (flattened.size() == 3) {
      int units = model.parameter(kernel).dim(1);
      int[] shape = {flattened.get(0), flattened.get(1), flattened.get(2), units};
      links.add(Link.axes(kernel, key + "W", shape, 2, 0, 1, 3));
    } else {
      links.add(Link.same(model, kernel, key + "W"));
    }
    links.add(Link.same(model, name + "bias", key + "b"));
  }

  private void addRecurrent(String type, String name, String key) {
    Map<String, String> keys = Map.of("kernel", "W", "recurrent_kernel", "RW", "bias", "b");
    keys.forEach(
        (parameter, there) ->
            links.add(
                type.equals("Lstm")
                    ? Link.gates(model, name + parameter, key + there)
                    : Link.same(model, name + parameter, key + there)));
  }
}
