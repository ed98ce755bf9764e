package manabi.plot;

import manabi.tensor.ComputationalGraph;

/**
 * A computational graph as the lectures draw it: inputs on the left, the result on the right, above
 * each edge the value that runs forward and below it the derivative that runs back.
 *
 * <p>A tensor of more than one number shows its shape. It is a static picture only. Slides: "誤差逆伝播法
 * (1/5)" to "(4/5)".
 */
public final class ComputationChart implements Chart {

  private static final int COLUMN = 130;
  private static final int ROW = 84;

  private final Frame frame;
  private final ComputationalGraph graph;

  private ComputationChart(Frame frame, ComputationalGraph graph) {
    this.frame = frame;
    this.graph = graph;
  }

  /** Returns the picture of a graph, as large as it needs to be. */
  public static ComputationChart of(ComputationalGraph graph) {
    ComputationLayout layout = ComputationLayout.of(graph);
    int width = 110 + (int) Math.ceil(layout.lastColumn() * COLUMN);
    int height = 140 + (int) Math.ceil(layout.lastRow() * ROW);
    return new ComputationChart(
        Frame.labelled("", "").withSize(Math.min(width, 4000), Math.min(height, 4000)), graph);
  }

  /** Returns this graph with a text above it. */
  public ComputationChart title(String title) {
    return new ComputationChart(frame.withTitle(title), graph);
  }

  /**
   * Returns this graph in another size.
   *
   * @param width pixels, 100 to 4000
   * @param height pixels, 100 to 4000
   */
  public ComputationChart size(int width, int height) {
    return new ComputationChart(frame.withSize(width, height), graph);
  }

  @Override
  public byte[] png() {
    ComputationPicture picture = new ComputationPicture(frame, graph);
    return Canvas.png(frame.width(), frame.height(), picture::paint);
  }

  /** Returns the kind of chart, its title and every edge with its value and derivative. */
  @Override
  public String toString() {
    String title = frame.title().isEmpty() ? "" : " \"" + frame.title() + '"';
    StringBuilder text = new StringBuilder("ComputationChart" + title + ":");
    for (ComputationalGraph.Edge edge : graph.edges()) {
      text.append(
          "%n%s → %s: value %s, derivative %s"
              .formatted(
                  name(edge.from()),
                  name(edge.to()),
                  ComputationPicture.numbers(edge.value()),
                  ComputationPicture.numbers(edge.derivative())));
    }
    return text.toString();
  }

  private String name(int node) {
    return ComputationPicture.label(graph, node).replace('\n', ' ');
  }
}
