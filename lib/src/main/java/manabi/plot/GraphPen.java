package manabi.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** Draws boxes and the arrows between them. */
final class GraphPen {

  static final Color BOX = new Color(0xF3, 0xF6, 0xFA);

  private static final int INSET = 9;
  private static final int CORNER = 14;
  private static final int HEAD = 9;

  final Text text = new Text(Canvas.font(Font.PLAIN, 13));

  /** Returns the box about a centre that holds some lines of text. */
  Rectangle2D box(String lines, Point2D centre) {
    double height = text.height() * Math.max(1, lines.lines().count()) + 2 * INSET;
    double width = Math.max(text.widest(lines.lines().toList()) + 2 * INSET, height);
    return new Rectangle2D.Double(
        centre.getX() - width / 2, centre.getY() - height / 2, width, height);
  }

  /** Draws a box with rounded corners and its lines of text. */
  void paintBox(Graphics2D graphics, Rectangle2D box, String lines) {
    paintBox(graphics, box, CORNER, lines);
  }

  /** Draws a box as a circle, or as an ellipse. */
  void paintRound(Graphics2D graphics, Rectangle2D box, String lines) {
    paintBox(graphics, box, box.getHeight(), lines);
  }

  private void paintBox(Graphics2D graphics, Rectangle2D box, double corner, String lines) {
    var outline =
        new RoundRectangle2D.Double(
            Math.rint(box.getX()),
            Math.rint(box.getY()),
            Math.rint(box.getWidth()),
            Math.rint(box.getHeight()),
            corner,
            corner);
    graphics.setColor(BOX);
    graphics.fill(outline);
    graphics.setColor(Palette.INK);
    graphics.draw(outline);
    List<String> all = lines.lines().toList();
    double top = box.getCenterY() - (all.size() - 1) * text.height() / 2.0;
    for (int i = 0; i < all.size(); i++) {
      int y = (int) Math.round(top + i * text.height());
      text.centred(graphics, all.get(i), (int) box.getCenterX(), y);
    }
  }

  /** Draws an arrow from edge to edge of two boxes and returns its line. */
  static Line2D paintArrow(Graphics2D graphics, Rectangle2D from, Rectangle2D to) {
    Point2D start = edge(from, to);
    Point2D end = edge(to, from);
    Line2D line = new Line2D.Double(start, end);
    graphics.draw(line);
    paintHead(graphics, end, Math.atan2(end.getY() - start.getY(), end.getX() - start.getX()));
    return line;
  }

  static void paintHead(Graphics2D graphics, Point2D tip, double angle) {
    Path2D head = new Path2D.Double();
    head.moveTo(tip.getX(), tip.getY());
    for (double side : new double[] {-0.42, 0.42}) {
      head.lineTo(
          tip.getX() - HEAD * Math.cos(angle + side), tip.getY() - HEAD * Math.sin(angle + side));
    }
    head.closePath();
    graphics.fill(head);
  }

  /** Returns where the line from a box's centre to another box' centre leaves the box. */
  private static Point2D edge(Rectangle2D box, Rectangle2D towards) {
    double dx = towards.getCenterX() - box.getCenterX();
    double dy = towards.getCenterY() - box.getCenterY();
    double toSide = dx == 0 ? Double.POSITIVE_INFINITY : box.getWidth() / 2 / Math.abs(dx);
    double toEnd = dy == 0 ? Double.POSITIVE_INFINITY : box.getHeight() / 2 / Math.abs(dy);
    double share = Math.min(1, Math.min(toSide, toEnd));
    return new Point2D.Double(box.getCenterX() + share * dx, box.getCenterY() + share * dy);
  }
}
