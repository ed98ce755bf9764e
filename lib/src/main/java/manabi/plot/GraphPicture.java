package manabi.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
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
  private static final int INSET = 9;
  private static final int CORNER = 14;
  private static final int HEAD = 9;
  private static final double LOOP = 26;
  private static final Color BOX = new Color(0xF3, 0xF6, 0xFA);

  private final Frame frame;
  private final List<Node> nodes;
  private final List<Arrow> arrows;
  private final List<String> texts;
  private final Text text = new Text(Canvas.font(Font.PLAIN, 13));
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
    nodes.forEach(node -> paint(graphics, node));
  }

  private void paint(Graphics2D graphics, Node node) {
    Rectangle2D box = box(node);
    graphics.setColor(BOX);
    graphics.fillRoundRect(
        (int) box.getX(),
        (int) box.getY(),
        (int) box.getWidth(),
        (int) box.getHeight(),
        CORNER,
        CORNER);
    graphics.setColor(Palette.INK);
    graphics.drawRoundRect(
        (int) box.getX(),
        (int) box.getY(),
        (int) box.getWidth(),
        (int) box.getHeight(),
        CORNER,
        CORNER);
    List<String> lines = node.name().lines().toList();
    double top = box.getCenterY() - (lines.size() - 1) * text.height() / 2.0;
    for (int i = 0; i < lines.size(); i++) {
      int y = (int) Math.round(top + i * text.height());
      text.centred(graphics, lines.get(i), (int) box.getCenterX(), y);
    }
  }

  private void paint(Graphics2D graphics, Arrow arrow) {
    graphics.setColor(color(arrow));
    if (arrow.from().equals(arrow.to())) {
      paintLoop(graphics, arrow);
      return;
    }
    Point2D from = centre(arrow.from());
    Point2D to = centre(arrow.to());
    Point2D start = edge(box(arrow.from()), from, to);
    Point2D end = edge(box(arrow.to()), to, from);
    graphics.draw(new Line2D.Double(start, end));
    head(graphics, end, Math.atan2(to.getY() - from.getY(), to.getX() - from.getX()));
    write(graphics, arrow, (start.getX() + end.getX()) / 2, (start.getY() + end.getY()) / 2);
  }

  /** Draws three quarters of a circle about the box's upper right corner. */
  private void paintLoop(Graphics2D graphics, Arrow arrow) {
    Rectangle2D box = box(arrow.from());
    double x = box.getMaxX() - LOOP / 2;
    double y = box.getY() - LOOP / 2;
    graphics.draw(new Arc2D.Double(x, y, LOOP, LOOP, -90, 270, Arc2D.OPEN));
    head(graphics, new Point2D.Double(box.getMaxX(), box.getY() + LOOP / 2), Math.PI);
    write(graphics, arrow, x + LOOP, y);
  }

  private static void head(Graphics2D graphics, Point2D tip, double angle) {
    Path2D head = new Path2D.Double();
    head.moveTo(tip.getX(), tip.getY());
    for (double side : new double[] {-0.42, 0.42}) {
      head.lineTo(
          tip.getX() - HEAD * Math.cos(angle + side), tip.getY() - HEAD * Math.sin(angle + side));
    }
    head.closePath();
    graphics.fill(head);
  }

  /** Writes an arrow's text on the ground's colour, so that the line does not cross it. */
  private void write(Graphics2D graphics, Arrow arrow, double x, double y) {
    if (arrow.text().isEmpty()) {
      return;
    }
    int width = text.width(arrow.text()) + 4;
    graphics.setColor(Palette.GROUND);
    graphics.fill(
        new Rectangle2D.Double(x - width / 2.0, y - text.height() / 2.0, width, text.height()));
    graphics.setColor(color(arrow));
    text.centred(graphics, arrow.text(), (int) x, (int) y);
  }

  private Color color(Arrow arrow) {
    return arrow.text().isEmpty() ? Palette.INK : Palette.series(texts.indexOf(arrow.text()));
  }

  /** Returns where the line from a box's centre to another point leaves the box. */
  private static Point2D edge(Rectangle2D box, Point2D centre, Point2D towards) {
    double dx = towards.getX() - centre.getX();
    double dy = towards.getY() - centre.getY();
    double toSide = dx == 0 ? Double.POSITIVE_INFINITY : box.getWidth() / 2 / Math.abs(dx);
    double toEnd = dy == 0 ? Double.POSITIVE_INFINITY : box.getHeight() / 2 / Math.abs(dy);
    double share = Math.min(1, Math.min(toSide, toEnd));
    return new Point2D.Double(centre.getX() + share * dx, centre.getY() + share * dy);
  }

  private Rectangle2D box(Node node) {
    Point2D centre = centre(node);
    double width = width(node);
    double height = height(node);
    return new Rectangle2D.Double(
        centre.getX() - width / 2, centre.getY() - height / 2, width, height);
  }

  private double width(Node node) {
    return Math.max(text.widest(node.name().lines().toList()) + 2 * INSET, height(node));
  }

  private double height(Node node) {
    return text.height() * node.name().lines().count() + 2 * INSET;
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
