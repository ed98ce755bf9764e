package manabi.nn;

import java.util.List;
import java.util.Map;

/**
 * What a layer of a built model is, for tools that make the same network elsewhere. Its numbers are
 * the model's parameters whose names start with {@code name + "/"}.
 *
 * @param name name in the model, for example {@code "conv2d_1"}
 * @param type what kind of layer it is, as a saved model has it, for example {@code "Conv2D"}
 * @param settings what the layer was made with, as a saved model keeps it; a layer within it is a
 *     map that has a {@code type} of its own
 * @param outputShape shape of one sample of the output
 */
public record LayerDescription(
    String name, String type, Map<String, Object> settings, List<Integer> outputShape) {

  /** Copies map and list. */
  public LayerDescription {
    settings = Map.copyOf(settings);
    outputShape = List.copyOf(outputShape);
  }
}
