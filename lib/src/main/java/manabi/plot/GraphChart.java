package manabi.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Nodes joined by arrows: a network, or the graph of a computation.
 *
 * <pre>{@code
 * GraphChart.empty()
 *     .node("x", 0, 1).node("z", 0, 0)
 *     .arrow("x", "z", "W_in")
 *     .arrow("z", "z", "W")
 * }</pre>
 *
 * <p>Arrows with the same text have the same colour, so that shared weights show. It is a static
 * picture only.
 */
public final class GraphChart implements Chart {

  /**
   * A named box.
   *
   * @param name its text, of one or more lines
   * @param column place from the left
   * @param row place from the top
   */
  record Node(String name, double column, double row) {}

  /** An arrow; from a node to itself it is a loop. */
  record Arrow(Node from, Node to, String text) {}

  private final Frame frame;
  private final List<Node> nodes;
  private final List<Arrow> arrows;

  private GraphChart(Frame frame, List<Node> nodes, List<Arrow> arrows) {
    this.frame = frame;
    this.nodes = List.copyOf(nodes);
    this.arrows = List.copyOf(arrows);
  }

  /** Returns a graph without nodes. */
  public static GraphChart empty() {
    return new GraphChart(Frame.labelled("", ""), List.of(), List.of());
  }

  /**
   * Returns this graph with one more node.
   *
   * @param name its text, which may have several lines
   * @param column place from the left, in any unit: the picture is scaled to hold all nodes
   * @param row place from the top likewise
   * @throws IllegalArgumentException if a node has that name already
   */
  public GraphChart node(String name, double column, double row) {
    if (nodes.stream().anyMatch(node -> node.name().equals(name))) {
      throw new IllegalArgumentException("name must be new, there is a node '" + name + "'");
    }
    List<Node> all = new ArrayList<>(nodes);
    all.add(new Node(name, column, row));
    return new GraphChart(frame, all, arrows);
  }

  /** Returns this graph with an arrow that has no text. */
  public GraphChart arrow(String from, String to) {
    return arrow(from, to, "");
  }

  /**
   * Returns this graph with one more arrow.
   *
   * @param from name of the node it leaves
   * @param to name of the node it points to, which may be the same
   * @param text beside it, for example the name of its weights
   * @throws IllegalArgumentException if there is no node of that name
   */
  public GraphChart arrow(String from, String to, String text) {
    List<Arrow> all = new ArrayList<>(arrows);
    all.add(new Arrow(named("from", from), named("to", to), text));
    return new GraphChart(frame, nodes, all);
  }

  /** Returns this graph with a text above it. */
  public GraphChart title(String title) {
    return new GraphChart(frame.withTitle(title), nodes, arrows);
  }

  /**
   * Returns this graph in another size.
   *
   * @param width pixels, 100 to 4000
   * @param height pixels, 100 to 4000
   */
  public GraphChart size(int width, int height) {
    return new GraphChart(frame.withSize(width, height), nodes, arrows);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if there are no nodes
   */
  @Override
  public byte[] png() {
    if (nodes.isEmpty()) {
      throw new IllegalStateException("a graph needs at least one node, had none");
    }
    GraphPicture picture = new GraphPicture(frame, nodes, arrows);
    return Canvas.png(frame.width(), frame.height(), picture::paint);
  }

  /** Returns the kind of chart, its title and what it shows. */
  @Override
  public String toString() {
    String title = frame.title().isEmpty() ? "" : " \"" + frame.title() + '"';
    return "GraphChart%s: %d nodes, %d arrows".formatted(title, nodes.size(), arrows.size());
  }

  private Node named(String what, String name) {
    return nodes.stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s must be one of %s, was '%s'"
                        .formatted(what, nodes.stream().map(Node::name).toList(), name)));
  }
}
