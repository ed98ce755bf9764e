package manabi.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import manabi.tensor.ComputationalGraph;
import manabi.tensor.ComputationalGraph.Edge;
import manabi.tensor.ComputationalGraph.Kind;
import manabi.tensor.ComputationalGraph.Node;
import manabi.tensor.Tensor;

/** The pixels of a computational graph. */
final class ComputationPicture {

  private static final int PAD = 12;
  private static final String LEGEND_ABOVE = "above: value, forward →";
  private static final String LEGEND_BELOW = "below: derivative of the result, ← backward";
  private static final Color VALUE = Palette.INK;
  private static final Color DERIVATIVE = Palette.WARNING;

  private static final Map<String, String> SYMBOLS =
      Map.of(
          "Add",
          "+",
          "Subtract",
          "−",
          "Multiply",
          "×",
          "Divide",
          "÷",
          "Exp",
          "exp",
          "Log",
          "log",
          "Square",
          "( )²",
          "Sigmoid",
          "σ",
          "MatMul",
          "· matrix",
          "Sum",
          "sum");

  private final Frame frame;
  private final ComputationalGraph graph;
  private final ComputationLayout layout;
  private final GraphPen pen = new GraphPen();
  private final Text heading = new Text(Canvas.font(Font.BOLD, 14));

  ComputationPicture(Frame frame, ComputationalGraph graph) {
    this.frame = frame;
    this.graph = graph;
    this.layout = ComputationLayout.of(graph);
  }

  /** Returns what stands in a node: an operation's sign, an input's name or else its value. */
  static String label(ComputationalGraph graph, int place) {
    Node node = graph.nodes().get(place);
    return switch (node.kind()) {
      case OPERATION -> SYMBOLS.getOrDefault(node.name(), inLines(node.name()));
      case RESULT -> node.name().isEmpty() ? "result" : node.name();
      case INPUT -> node.name().isEmpty() ? "constant" : node.name();
    };
  }

  /** Breaks a class's name into its words: boxes are to be narrow. */
  private static String inLines(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "\n");
  }

  /** Returns a tensor's only number, or the shape of a larger one. */
  static String numbers(Tensor tensor) {
    return tensor.size() == 1 ? Text.number(tensor.data()[0]) : Arrays.toString(tensor.shape());
  }

  void paint(Graphics2D graphics) {
    graphics.setColor(Palette.INK);
    heading.centred(graphics, frame.title(), frame.width() / 2, PAD + heading.height() / 2);
    graphics.setStroke(new BasicStroke(1.6f));
    graph.edges().forEach(edge -> paint(graphics, edge));
    for (int node = 0; node < graph.nodes().size(); node++) {
      if (graph.nodes().get(node).kind() == Kind.OPERATION) {
        pen.paintRound(graphics, box(node), label(graph, node));
      } else {
        pen.paintBox(graphics, box(node), label(graph, node));
      }
    }
    paintLegend(graphics);
  }

  private void paint(Graphics2D graphics, Edge edge) {
    graphics.setColor(Palette.INK);
    Line2D line = GraphPen.paintArrow(graphics, box(edge.from()), box(edge.to()));
    double angle = Math.atan2(line.getY2() - line.getY1(), line.getX2() - line.getX1());
    double x = (line.getX1() + line.getX2()) / 2;
    double y = (line.getY1() + line.getY2()) / 2;
    double away = 0.5 * pen.text.height() + 3;
    graphics.setColor(VALUE);
    write(graphics, numbers(edge.value()), x, y, -away, angle);
    graphics.setColor(DERIVATIVE);
    write(graphics, numbers(edge.derivative()), x, y, away, angle);
  }

  /** Writes along a line, that many pixels below it. */
  private void write(
      Graphics2D graphics, String text, double x, double y, double below, double angle) {
    double placeX = x - below * Math.sin(angle);
    double placeY = y + below * Math.cos(angle);
    pen.text.turned(graphics, text, (int) Math.round(placeX), (int) Math.round(placeY), angle);
  }

  private void paintLegend(Graphics2D graphics) {
    int y = frame.height() - PAD - pen.text.height() / 2;
    graphics.setColor(VALUE);
    pen.text.startingAt(graphics, LEGEND_ABOVE, PAD, y - pen.text.height());
    graphics.setColor(DERIVATIVE);
    pen.text.startingAt(graphics, LEGEND_BELOW, PAD, y);
  }

  private Rectangle2D box(int node) {
    return pen.box(label(graph, node), centre(node));
  }

  private Point2D centre(int node) {
    double margin = PAD + widest() / 2;
    double top = PAD + 24 + (frame.title().isEmpty() ? 0 : heading.height());
    double bottom = frame.height() - PAD - 24 - 2.0 * pen.text.height();
    double x = place(layout.columns()[node], layout.lastColumn(), margin, frame.width() - margin);
    double y = place(layout.rows()[node], layout.lastRow(), top, bottom);
    return new Point2D.Double(x, y);
  }

  private static double place(double at, double last, double from, double to) {
    return last == 0 ? (from + to) / 2 : from + at / last * (to - from);
  }

  private double widest() {
    return IntStream.range(0, graph.nodes().size())
        .mapToDouble(node -> pen.box(label(graph, node), new Point2D.Double()).getWidth())
        .max()
        .orElseThrow();
  }
}
