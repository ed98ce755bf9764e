package manabi.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import manabi.plot.GraphChart.Arrow;
import manabi.plot.GraphChart.Node;

/** The pixels of a graph. */
final class GraphPicture {

  private static final int PAD = 12;
  private static final double LOOP = 26;

  private final Frame frame;
  private final List<Node> nodes;
  private final List<Arrow> arrows;
  private final List<String> texts;
  private final GraphPen pen = new GraphPen();
  private final Text heading = new Text(Canvas.font(Font.BOLD, 14));

  GraphPicture(Frame frame, List<Node> nodes, List<Arrow> arrows) {
    this.frame = frame;
    this.nodes = nodes;
    this.arrows = arrows;
    this.texts = List.copyOf(new LinkedHashSet<>(arrows.stream().map(Arrow::text).toList()));
  }

  void paint(Graphics2D graphics) {
    graphics.setColor(Palette.INK);
    heading.centred(graphics, frame.title(), frame.width() / 2, PAD + heading.height() / 2);
    graphics.setStroke(new BasicStroke(2f));
    arrows.forEach(arrow -> paint(graphics, arrow));
    nodes.forEach(node -> pen.paintBox(graphics, box(node), node.name()));
  }

  private void paint(Graphics2D graphics, Arrow arrow) {
    graphics.setColor(color(arrow));
    if (arrow.from().equals(arrow.to())) {
      paintLoop(graphics, arrow);
      return;
    }
    Line2D line = GraphPen.paintArrow(graphics, box(arrow.from()), box(arrow.to()));
    write(graphics, arrow, (line.getX1() + line.getX2()) / 2, (line.getY1() + line.getY2()) / 2);
  }

  /** Draws three quarters of a circle about the box's upper right corner. */
  private void paintLoop(Graphics2D graphics, Arrow arrow) {
    Rectangle2D box = box(arrow.from());
    double x = box.getMaxX() - LOOP / 2;
    double y = box.getY() - LOOP / 2;
    graphics.draw(new Arc2D.Double(x, y, LOOP, LOOP, -90, 270, Arc2D.OPEN));
    Point2D tip = new Point2D.Double(box.getMaxX(), box.getY() + LOOP / 2);
    GraphPen.paintHead(graphics, tip, Math.PI);
    write(graphics, arrow, x + LOOP, y);
  }

  /** Writes an arrow's text on the ground's colour, so that the line does not cross it. */
  private void write(Graphics2D graphics, Arrow arrow, double x, double y) {
    if (arrow.text().isEmpty()) {
      return;
    }
    int width = pen.text.width(arrow.text()) + 4;
    graphics.setColor(Palette.GROUND);
    graphics.fill(
        new Rectangle2D.Double(
            x - width / 2.0, y - pen.text.height() / 2.0, width, pen.text.height()));
    graphics.setColor(color(arrow));
    pen.text.centred(graphics, arrow.text(), (int) x, (int) y);
  }

  private Color color(Arrow arrow) {
    return arrow.text().isEmpty() ? Palette.INK : Palette.series(texts.indexOf(arrow.text()));
  }

  private Rectangle2D box(Node node) {
    return pen.box(node.name(), centre(node));
  }

  private double width(Node node) {
    return pen.box(node.name(), new Point2D.Double()).getWidth();
  }

  private double height(Node node) {
    return pen.box(node.name(), new Point2D.Double()).getHeight();
  }

  private Point2D centre(Node node) {
    double top = frame.title().isEmpty() ? 0 : heading.height() + PAD;
    double x = place(node, Node::column, this::width, PAD, frame.width() - PAD);
    double y = place(node, Node::row, this::height, top + PAD, frame.height() - PAD);
    return new Point2D.Double(x, y);
  }

  /** Scales places to pixels so that the outermost boxes touch both ends; one place is centred. */
  private double place(
      Node node,
      ToDoubleFunction<Node> place,
      ToDoubleFunction<Node> extent,
      double from,
      double to) {
    double low = nodes.stream().mapToDouble(place).min().orElseThrow();
    double high = nodes.stream().mapToDouble(place).max().orElseThrow();
    double margin = nodes.stream().mapToDouble(extent).max().orElseThrow() / 2;
    double loops = arrows.stream().anyMatch(a -> a.from().equals(a.to())) ? LOOP / 2 : 0;
    double first = from + margin + loops;
    double last = to - margin - loops;
    return low == high
        ? (from + to) / 2
        : first + (place.applyAsDouble(node) - low) / (high - low) * (last - first);
  }
}
