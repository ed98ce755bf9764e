package manabi.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import manabi.nn.LayerDescription;
import manabi.nn.Sequential;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;

/**
 * The part of the input image that one number of a feature map can see: {@code R_k = 1 + sum over j
 * = 1…k of (F_j - 1) S_0 … S_{j-1}} with S_0 = 1 for windows of size F_j and stride S_j. Slides:
 * "受容野".
 *
 * @param layer the layer's name
 * @param size R_k: height and width of the field, in pixels of the input
 * @param stride by how many pixels the fields of neighbours lie apart
 * @param top first row of the field of the map's upper left corner; negative with zero padding
 * @param left first column of that field
 */
public record ReceptiveField(String layer, int size, int stride, int top, int left) {

  /** What stands between windows and changes each number on its own. */
  private static final Set<String> ELEMENTWISE =
      Set.of("ActivationLayer", "LeakyRelu", "Elu", "Dropout", "BatchNormalization");

  /**
   * Returns the fields of a model's convolutions and poolings, in order, up to the first layer of
   * another kind, from which on everything is seen.
   *
   * @throws IllegalStateException if the model is not built
   */
  public static List<ReceptiveField> of(Sequential model) {
    List<ReceptiveField> fields = new ArrayList<>();
    int height = model.inputShape()[0];
    int width = model.inputShape().length > 1 ? model.inputShape()[1] : 1;
    ReceptiveField field = new ReceptiveField("input", 1, 1, 0, 0);
    for (LayerDescription layer : model.describe()) {
      Optional<Window> window = Window.of(layer);
      if (window.isEmpty() && !ELEMENTWISE.contains(layer.type())) {
        break;
      }
      if (window.isPresent()) {
        field = field.through(layer.name(), window.get(), height, width);
        fields.add(field);
        height = layer.outputShape().get(0);
        width = layer.outputShape().get(1);
      }
    }
    return List.copyOf(fields);
  }

  private ReceptiveField through(String name, Window window, int height, int width) {
    int above = window.padding().before(height, window.size(), window.stride());
    int before = window.padding().before(width, window.size(), window.stride());
    return new ReceptiveField(
        name,
        size + (window.size() - 1) * stride,
        stride * window.stride(),
        top - above * stride,
        left - before * stride);
  }

  /** Returns the first row that the numbers in a row of the map see. */
  public int top(int row) {
    return top + row * stride;
  }

  /** Returns the first column that the numbers in a column of the map see. */
  public int left(int column) {
    return left + column * stride;
  }

  /**
   * Returns what a model sees at one place of its output: the derivative of the sum of all its
   * channels there by every pixel of the image. Pixels outside the field have 0; within it, max
   * pooling and ReLU may give 0 as well.
   *
   * @param model one that ends with a feature map, {@code [N, H', W', K]}
   * @param image {@code [1, H, W, C]}
   * @return {@code [1, H, W, C]}
   * @throws IllegalArgumentException if the model gives no feature map, or has no such place
   */
  public static Tensor gradient(Sequential model, Tensor image, int row, int column) {
    try (var tape = GradientTape.open()) {
      Tensor map = model.apply(image);
      Tensor there = map.multiply(place(map, row, column)).sum();
      return tape.gradient(there, List.of(image)).get(0);
    }
  }

  /** Returns 1 at a place, in all channels, and 0 elsewhere. */
  private static Tensor place(Tensor map, int row, int column) {
    if (map.rank() != 4 || row < 0 || row >= map.dim(1) || column < 0 || column >= map.dim(2)) {
      throw new IllegalArgumentException(
          "the output must be [1, H, W, K] with H over %d and W over %d, was %s"
              .formatted(row, column, Arrays.toString(map.shape())));
    }
    Tensor place = Tensor.zeros(map.shape());
    int channels = map.dim(3);
    int first = (row * map.dim(2) + column) * channels;
    Arrays.fill(place.data(), first, first + channels, 1);
    return place;
  }
}
