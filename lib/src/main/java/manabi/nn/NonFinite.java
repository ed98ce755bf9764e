package manabi.nn;

import java.util.Map;
import java.util.Optional;
import manabi.tensor.Tensor;

/** Finds out after the fact where in a network a number that is none came from. */
final class NonFinite {

  private NonFinite() {}

  /**
   * Returns in words the first layer with a parameter or an output, for these samples, that is NaN
   * or infinite.
   */
  static String firstIn(Sequential model, Tensor x) {
    Map<String, Tensor> outputs = model.outputs(x);
    for (Map.Entry<String, Tensor> output : outputs.entrySet()) {
      String layer = output.getKey();
      Optional<String> parameter =
          model.parameters().stream()
              .filter(p -> p.name().startsWith(layer + "/") && first(p.value()).isPresent())
              .map(p -> "%s has %s".formatted(p.name(), first(p.value()).get()))
              .findFirst();
      if (parameter.isPresent()) {
        return parameter.get();
      }
      Optional<Float> value = first(output.getValue());
      if (value.isPresent()) {
        return "layer %s gives %s from finite numbers".formatted(layer, value.get());
      }
    }
    return "every layer gives finite numbers, the loss of them is none";
  }

  private static Optional<Float> first(Tensor tensor) {
    for (float value : tensor.data()) {
      if (!Float.isFinite(value)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
