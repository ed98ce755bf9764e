package manabi.vision;

import java.util.Optional;
import manabi.nn.LayerDescription;
import manabi.tensor.op.Padding;

/**
 * How a convolution or a pooling moves over an image: the sheet's F and S.
 *
 * @param size F, height and width
 * @param stride S
 * @param padding how many zeros stand around
 */
record Window(int size, int stride, Padding padding) {

  /** Returns the window of a layer, if it has one. */
  static Optional<Window> of(LayerDescription layer) {
    return switch (layer.type()) {
      case "Conv2D" ->
          Optional.of(
              new Window(
                  number(layer, "kernelSize"),
                  number(layer, "strides"),
                  Padding.valueOf(layer.settings().get("padding").toString())));
      case "MaxPooling2D", "AveragePooling2D" -> {
        int size = number(layer, "poolSize");
        yield Optional.of(new Window(size, size, Padding.VALID));
      }
      default -> Optional.empty();
    };
  }

  private static int number(LayerDescription layer, String setting) {
    return (Integer) layer.settings().get(setting);
  }
}
