package manabi.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import manabi.nn.LayerDescription;
import manabi.nn.Sequential;
import manabi.plot.ShapeChart;

/**
 * The diagram of a convolutional network, made from the model itself: which shape each of its
 * layers, CONV, POOL and FC, makes of a sample. Slides: "畳み込みネットワークの構造",
 * "伝統的な畳み込みニューラルネットワークのアーキテクチャ".
 *
 * <p>{@link #toString} is the diagram in text, with the sheet's letters: F size and S stride of the
 * window, K number of filters.
 */
public final class CnnArchitecture {

  private record Step(String kind, String settings, List<Integer> shape) {

    /** Returns the shape in words, {@code "26 × 26 × 16"}. */
    String shapeText() {
      return shape.stream().map(String::valueOf).collect(Collectors.joining(" × "));
    }
  }

  private final List<Step> steps;

  private CnnArchitecture(List<Step> steps) {
    this.steps = steps;
  }

  /**
   * Returns the diagram of a model.
   *
   * @throws IllegalStateException if the model is not built
   */
  public static CnnArchitecture of(Sequential model) {
    List<Step> steps = new ArrayList<>();
    for (LayerDescription layer : model.describe()) {
      steps.add(new Step(kind(layer), settings(layer), layer.outputShape()));
    }
    steps.add(0, new Step("INPUT", "", IntStream.of(model.inputShape()).boxed().toList()));
    return new CnnArchitecture(List.copyOf(steps));
  }

  private static String kind(LayerDescription layer) {
    return switch (layer.type()) {
      case "Conv2D" -> "CONV";
      case "MaxPooling2D", "AveragePooling2D" -> "POOL";
      case "Dense" -> "FC";
      default -> layer.type().toUpperCase(Locale.ROOT);
    };
  }

  private static String settings(LayerDescription layer) {
    Stream<String> window =
        Window.of(layer).stream().flatMap(w -> Stream.of("F = " + w.size(), "S = " + w.stride()));
    Stream<String> rest =
        switch (layer.type()) {
          case "Conv2D" ->
              Stream.of("K = " + layer.settings().get("filters"), word(layer, "padding"));
          case "MaxPooling2D" -> Stream.of("maximum");
          case "AveragePooling2D" -> Stream.of("mean");
          default -> Stream.empty();
        };
    Stream<String> activation =
        Optional.ofNullable(layer.settings().get("activation")).map(a -> a.toString()).stream()
            .filter(name -> !name.equals("LINEAR"))
            .map(name -> name.equals("RELU") ? "ReLU" : name.toLowerCase(Locale.ROOT));
    return Stream.of(window, rest, activation)
        .flatMap(words -> words)
        .collect(Collectors.joining(", "));
  }

  private static String word(LayerDescription layer, String setting) {
    return layer.settings().get(setting).toString().toLowerCase(Locale.ROOT);
  }

  /** Returns the picture: a box for the shape of a sample after each layer. */
  public ShapeChart chart() {
    ShapeChart chart = ShapeChart.empty();
    for (Step step : steps) {
      int[] sizes = step.shape().stream().mapToInt(Integer::intValue).toArray();
      chart = chart.shape(step.kind(), sizes);
    }
    return chart;
  }

  /** Returns the diagram as text, a line for each layer. */
  @Override
  public String toString() {
    String line = "%%-%ds  %%-%ds  → %%s".formatted(widest(Step::kind), widest(Step::settings));
    return steps.stream()
        .map(step -> line.formatted(step.kind(), step.settings(), step.shapeText()))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private int widest(Function<Step, String> text) {
    return steps.stream().map(text).mapToInt(String::length).max().orElseThrow();
  }
}
