package manabi.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A heat map drawn by Java2D: XChart's has one text colour for all cells, unreadable on half of
 * them.
 */
final class HeatMapPicture {

  private static final int PAD = 12;
  private static final int GAP = 6;
  private static final int BAR = 14;

  private final Frame frame;
  private final Matrix matrix;
  private final ColorMap colors;
  private final ValueRange range;
  private final boolean annotated;
  private final Text text;
  private final AxisNames rows;
  private final AxisNames columns;
  private final Rectangle cells;

  HeatMapPicture(
      Frame frame,
      Matrix matrix,
      ColorMap colors,
      ValueRange range,
      List<String> rowLabels,
      List<String> columnLabels,
      boolean annotated) {
    this.frame = frame;
    this.matrix = matrix;
    this.colors = colors;
    this.range = range;
    this.annotated = annotated;
    this.text = new Text(Canvas.font(Font.PLAIN, 11));
    this.rows = AxisNames.of(rowLabels, matrix.rows());
    this.columns = AxisNames.of(columnLabels, matrix.columns());
    this.cells = layOut();
  }

  void paint(Graphics2D graphics) {
    paintCells(graphics);
    paintAxes(graphics);
    if (annotated) {
      paintNumbers(graphics);
    } else {
      paintBar(graphics);
    }
    graphics.setColor(Palette.INK);
    Text title = new Text(Canvas.font(Font.BOLD, 14));
    title.centred(graphics, frame.title(), frame.width() / 2, PAD + title.height() / 2);
    Text label = new Text(Canvas.font(Font.PLAIN, 12));
    int middle = cells.x + cells.width / 2;
    label.centred(graphics, frame.xLabel(), middle, frame.height() - PAD - label.height() / 2);
    label.upwards(graphics, frame.yLabel(), PAD + label.height() / 2, cells.y + cells.height / 2);
  }

  /** Returns the place of the cells: what labels, title and scale leave. */
  private Rectangle layOut() {
    int line = text.height() + GAP;
    int left = PAD + GAP + text.widest(rows.names()) + (frame.yLabel().isEmpty() ? 0 : line);
    int top = PAD + (frame.title().isEmpty() ? 0 : line + GAP);
    int right = PAD + (annotated ? 0 : BAR + 3 * GAP + text.widest(barNames()));
    int width = Math.max(frame.width() - left - right, 1);
    int names = slanted(width) ? text.slantedHeight(columns.names()) : text.height();
    int bottom = PAD + GAP + names + (frame.xLabel().isEmpty() ? 0 : line);
    return new Rectangle(left, top, width, Math.max(frame.height() - top - bottom, 1));
  }

  private boolean slanted(int width) {
    return text.widest(columns.names()) + GAP > width * columns.step() / matrix.columns();
  }

  private void paintCells(Graphics2D graphics) {
    BufferedImage image =
        new BufferedImage(matrix.columns(), matrix.rows(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        image.setRGB(j, i, colors.rgb(range.fraction(matrix.entries()[i][j])));
      }
    }
    graphics.drawImage(image, cells.x, cells.y, cells.width, cells.height, null);
  }

  private void paintAxes(Graphics2D graphics) {
    graphics.setColor(Palette.INK);
    boolean slanted = slanted(cells.width);
    for (int k = 0; k < columns.names().size(); k++) {
      int x = centreX(k * columns.step());
      int y = cells.y + cells.height + GAP;
      if (slanted) {
        text.slanted(graphics, columns.names().get(k), x, y);
      } else {
        text.centred(graphics, columns.names().get(k), x, y + text.height() / 2);
      }
    }
    for (int k = 0; k < rows.names().size(); k++) {
      text.endingAt(graphics, rows.names().get(k), cells.x - GAP, centreY(k * rows.step()));
    }
  }

  private void paintNumbers(Graphics2D graphics) {
    String format = matrix.whole() ? "%.0f" : "%.2f";
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        double value = matrix.entries()[i][j];
        graphics.setColor(colors.ink(range.fraction(value)));
        text.centred(graphics, String.format(Locale.ROOT, format, value), centreX(j), centreY(i));
      }
    }
  }

  private void paintBar(Graphics2D graphics) {
    int x = cells.x + cells.width + 2 * GAP;
    for (int y = 0; y < cells.height; y++) {
      graphics.setColor(new Color(colors.rgb(1 - y / (cells.height - 1.0))));
      graphics.fillRect(x, cells.y + y, BAR, 1);
    }
    graphics.setColor(Palette.INK);
    List<String> names = barNames();
    for (int k = 0; k < names.size(); k++) {
      int y = cells.y + cells.height - 1 - k * (cells.height - 1) / (names.size() - 1);
      text.startingAt(graphics, names.get(k), x + BAR + GAP, y);
    }
  }

  /** Names five places of the scale, to a thousandth of what it spans. */
  private List<String> barNames() {
    double span = range.high() - range.low();
    double unit = Math.pow(10, Math.floor(Math.log10(span)) - 3);
    return IntStream.rangeClosed(0, 4)
        .mapToObj(k -> Text.number(Math.rint((range.low() + k * span / 4) / unit) * unit))
        .toList();
  }

  private int centreX(int column) {
    return (int) (cells.x + (column + 0.5) * cells.width / matrix.columns());
  }

  private int centreY(int row) {
    return (int) (cells.y + (row + 0.5) * cells.height / matrix.rows());
  }
}
