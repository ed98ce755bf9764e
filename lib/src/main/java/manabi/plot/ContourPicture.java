package manabi.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import manabi.plot.ContourGrid.Segment;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Contour lines and paths drawn by XChart. */
final class ContourPicture {

  private final Frame frame;
  private final ContourGrid grid;
  private final double[] levels;
  private final List<Series> paths;

  ContourPicture(Frame frame, ContourGrid grid, double[] levels, List<Series> paths) {
    this.frame = frame;
    this.grid = grid;
    this.levels = levels;
    this.paths = paths;
  }

  void paint(Graphics2D graphics) {
    XYChart chart =
        new XYChartBuilder()
            .width(frame.width())
            .height(frame.height())
            .title(frame.title())
            .xAxisTitle(frame.xLabel())
            .yAxisTitle(frame.yLabel())
            .build();
    SeriesPicture.style(chart.getStyler(), frame);
    chart.getStyler().setPlotGridLinesVisible(false);
    chart.getStyler().setLegendVisible(paths.size() > 1);
    chart.getStyler().setPlotContentSize(1);
    chart
        .getStyler()
        .setXAxisMin(grid.xRange().low())
        .setXAxisMax(grid.xRange().high())
        .setYAxisMin(grid.yRange().low())
        .setYAxisMax(grid.yRange().high());
    for (double level : levels) {
      addLine(chart, level);
    }
    for (int k = 0; k < paths.size(); k++) {
      addPath(chart, paths.get(k), "path " + k);
    }
    chart.paint(graphics, frame.width(), frame.height());
    nameLines(graphics, chart);
  }

  private void addLine(XYChart chart, double level) {
    List<Segment> line = grid.line(level);
    if (line.isEmpty()) {
      return;
    }
    // Each piece is followed by a gap.
    double[] x =
        line.stream().flatMapToDouble(s -> DoubleStream.of(s.x1(), s.x2(), s.x2())).toArray();
    double[] y =
        line.stream().flatMapToDouble(s -> DoubleStream.of(s.y1(), s.y2(), Double.NaN)).toArray();
    XYSeries drawn = chart.addSeries("height " + level, x, y);
    drawn.setShowInLegend(false);
    drawn.setMarker(SeriesMarkers.NONE);
    drawn.setLineColor(color(level));
    drawn.setLineStyle(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }

  private static void addPath(XYChart chart, Series path, String id) {
    Color color = Palette.series(path.color());
    XYSeries drawn = chart.addSeries(id, path.x(), path.y());
    drawn.setLabel(path.name());
    drawn.setMarker(SeriesMarkers.CIRCLE);
    drawn.setMarkerColor(color);
    drawn.setLineColor(color);
    drawn.setLineStyle(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }

  /** Writes every second height on its line, where the line is farthest to the upper right. */
  private void nameLines(Graphics2D graphics, XYChart chart) {
    Text text = new Text(Canvas.font(Font.PLAIN, 11));
    for (int k = 0; k < levels.length; k += 2) {
      String height = Text.number(levels[k]);
      int color = k;
      grid.line(levels[k]).stream()
          .max(
              Comparator.comparingDouble(
                  s -> grid.xRange().fraction(s.x1()) + grid.yRange().fraction(s.y1())))
          .ifPresent(
              s -> {
                int x = (int) chart.getScreenXFromChart(s.x1());
                int y = (int) chart.getScreenYFromChart(s.y1());
                int width = text.width(height) + 4;
                graphics.setColor(Palette.GROUND);
                graphics.fillRect(x - width / 2, y - text.height() / 2, width, text.height());
                graphics.setColor(color(levels[color]));
                text.centred(graphics, height, x, y);
              });
    }
  }

  /** Darker is higher; the palest colours are left out, which do not show on white. */
  private Color color(double level) {
    double share =
        levels.length == 1 ? 1 : (level - levels[0]) / (levels[levels.length - 1] - levels[0]);
    return new Color(ColorMap.BLUES.rgb(0.5 + 0.5 * share));
  }
}
