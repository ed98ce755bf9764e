package manabi.plot;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.stream.IntStream;

/** The pixels of a network. */
final class NetworkPicture {

  private static final int PAD = 12;
  private static final int MOST = 6;
  private static final double RADIUS = 11;

  private final Frame frame;
  private final int[] sizes;
  private final Text text = new Text(Canvas.font(Font.PLAIN, 12));
  private final Text heading = new Text(Canvas.font(Font.BOLD, 14));

  NetworkPicture(Frame frame, int... sizes) {
    this.frame = frame;
    this.sizes = sizes;
  }

  void paint(Graphics2D graphics) {
    graphics.setColor(Palette.INK);
    heading.centred(graphics, frame.title(), frame.width() / 2, PAD + heading.height() / 2);
    for (int layer = 0; layer + 1 < sizes.length; layer++) {
      paintWeights(graphics, layer);
    }
    for (int layer = 0; layer < sizes.length; layer++) {
      paintUnits(graphics, layer);
    }
  }

  private void paintWeights(Graphics2D graphics, int layer) {
    graphics.setColor(Palette.translucent(Palette.series(layer)));
    graphics.setStroke(new BasicStroke(1.5f));
    for (int i = 0; i < shown(layer); i++) {
      for (int j = 0; j < shown(layer + 1); j++) {
        graphics.draw(new Line2D.Double(x(layer), y(layer, i), x(layer + 1), y(layer + 1, j)));
      }
    }
    graphics.setColor(Palette.series(layer));
    int middle = (int) ((x(layer) + x(layer + 1)) / 2);
    int number = layer + 1;
    String weights = "W%d [%d, %d]".formatted(number, sizes[layer], sizes[layer + 1]);
    text.centred(graphics, weights, middle, top() - 2 * text.height());
    String biases = "b%d [%d]".formatted(number, sizes[layer + 1]);
    text.centred(graphics, biases, middle, top() - text.height());
  }

  private void paintUnits(Graphics2D graphics, int layer) {
    graphics.setStroke(new BasicStroke(1.6f));
    for (int i = 0; i < shown(layer); i++) {
      if (sizes[layer] > MOST && i == MOST / 2) {
        graphics.setColor(Palette.GROUND);
        graphics.fill(circle(layer, i));
        graphics.setColor(Palette.INK);
        text.centred(graphics, "⋮", (int) x(layer), (int) y(layer, i));
      } else {
        graphics.setColor(GraphPen.BOX);
        graphics.fill(circle(layer, i));
        graphics.setColor(Palette.INK);
        graphics.draw(circle(layer, i));
      }
    }
    int below = frame.height() - PAD - text.height();
    text.centred(graphics, name(layer), (int) x(layer), below - text.height() / 2);
    String units = sizes[layer] + (sizes[layer] == 1 ? " unit" : " units");
    text.centred(graphics, units, (int) x(layer), below + text.height() / 2);
  }

  private String name(int layer) {
    if (layer == 0) {
      return "input layer";
    }
    return layer == sizes.length - 1 ? "output layer" : "hidden layer";
  }

  private int shown(int layer) {
    return Math.min(sizes[layer], MOST + 1);
  }

  private Ellipse2D circle(int layer, int unit) {
    return new Ellipse2D.Double(x(layer) - RADIUS, y(layer, unit) - RADIUS, 2 * RADIUS, 2 * RADIUS);
  }

  private double x(int layer) {
    double margin = PAD + text.width("output layer") / 2.0;
    return margin + layer * (frame.width() - 2 * margin) / (sizes.length - 1);
  }

  private double y(int layer, int unit) {
    double bottom = frame.height() - PAD - 2.5 * text.height() - RADIUS;
    int most = IntStream.range(0, sizes.length).map(this::shown).max().orElseThrow();
    double gap = (bottom - top() - RADIUS) / Math.max(1, most - 1);
    double middle = (top() + RADIUS + bottom) / 2;
    return middle + (unit - (shown(layer) - 1) / 2.0) * gap;
  }

  private int top() {
    return PAD + (frame.title().isEmpty() ? 0 : heading.height() + 6) + 3 * text.height();
  }
}
