package manabi.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import manabi.plot.ShapeChart.Shape;

/**
 * The pixels of a chart of shapes. A box stands upright: its front is C thick and H high, its depth
 * W goes up and to the right.
 */
final class ShapePicture {

  private static final int PAD = 12;
  private static final double DEPTH = 0.35;
  private static final double BAR = 12;

  private final Frame frame;
  private final List<Shape> shapes;
  private final List<String> names;
  private final Text text = new Text(Canvas.font(Font.PLAIN, 13));
  private final Text heading = new Text(Canvas.font(Font.BOLD, 14));
  private final double highest;
  private final double longest;

  ShapePicture(Frame frame, List<Shape> shapes) {
    this.frame = frame;
    this.shapes = shapes;
    names = List.copyOf(new LinkedHashSet<>(shapes.stream().map(Shape::name).toList()));
    highest =
        shapes.stream()
            .filter(Shape::isImage)
            .mapToInt(shape -> Math.max(shape.sizes().get(0), shape.sizes().get(1)))
            .max()
            .orElse(1);
    longest =
        shapes.stream().filter(s -> !s.isImage()).mapToInt(s -> s.sizes().get(0)).max().orElse(1);
  }

  void paint(Graphics2D graphics) {
    graphics.setColor(Palette.INK);
    heading.centred(graphics, frame.title(), frame.width() / 2, PAD + heading.height() / 2);
    double between = (frame.width() - 2.0 * PAD) / shapes.size();
    for (int i = 0; i < shapes.size(); i++) {
      paint(graphics, shapes.get(i), PAD + (i + 0.5) * between);
    }
  }

  private void paint(Graphics2D graphics, Shape shape, double x) {
    Color color = Palette.series(names.indexOf(shape.name()));
    double thick = shape.isImage() ? 5 * Math.sqrt(shape.sizes().get(2)) : BAR;
    double deep = shape.isImage() ? DEPTH * room() * shape.sizes().get(1) / highest : 0;
    double high = room() * share(shape);
    double left = x - (thick + deep) / 2;
    double top = ground() - high;
    graphics.setStroke(new BasicStroke(1.4f));
    face(
        graphics,
        color,
        0.45,
        left,
        top,
        left + thick,
        top,
        left + thick,
        ground(),
        left,
        ground());
    if (deep > 0) {
      double back = left + thick + deep;
      double right = left + thick;
      face(
          graphics, color, 0.25, left, top, right, top, back, top - deep, back - thick, top - deep);
      face(
          graphics,
          color,
          0.65,
          right,
          top,
          back,
          top - deep,
          back,
          ground() - deep,
          right,
          ground());
    }
    graphics.setColor(Palette.INK);
    int below = (int) ground() + text.height();
    text.centred(graphics, shape.name(), (int) x, below);
    text.centred(graphics, sizes(shape), (int) x, below + text.height());
  }

  private static void face(Graphics2D graphics, Color color, double strength, double... corners) {
    Path2D outline = new Path2D.Double();
    outline.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      outline.lineTo(corners[i], corners[i + 1]);
    }
    outline.closePath();
    graphics.setColor(mixed(color, strength));
    graphics.fill(outline);
    graphics.setColor(Palette.INK);
    graphics.draw(outline);
  }

  /** Returns a colour on the white ground, 1 as it is and 0 white. */
  private static Color mixed(Color color, double strength) {
    int[] parts = {color.getRed(), color.getGreen(), color.getBlue()};
    int[] mixed =
        Arrays.stream(parts).map(p -> (int) Math.round(255 + strength * (p - 255))).toArray();
    return new Color(mixed[0], mixed[1], mixed[2]);
  }

  private double share(Shape shape) {
    double size = shape.sizes().get(0);
    return shape.isImage() ? size / highest : Math.log1p(size) / Math.log1p(longest);
  }

  private static String sizes(Shape shape) {
    return shape.sizes().stream().map(String::valueOf).collect(Collectors.joining("×"));
  }

  /** Returns where boxes stand. */
  private double ground() {
    return frame.height() - PAD - 2.5 * text.height();
  }

  /** Returns how high a front may be, so that the highest box' back fits. */
  private double room() {
    double top = PAD + (frame.title().isEmpty() ? 0 : heading.height() + PAD);
    return (ground() - top) / (1 + DEPTH);
  }
}
