package manabi.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Series drawn by XChart. */
final class SeriesPicture {

  private static final int FEW = 12;

  private SeriesPicture() {}

  static void paint(Graphics2D graphics, Frame frame, List<Series> series, boolean logY) {
    XYChart chart =
        new XYChartBuilder()
            .width(frame.width())
            .height(frame.height())
            .title(frame.title())
            .xAxisTitle(frame.xLabel())
            .yAxisTitle(frame.yLabel())
            .build();
    style(chart.getStyler(), frame);
    chart.getStyler().setYAxisLogarithmic(logY);
    double room = frame.yRange().isPresent() ? 1 : 0.88; // for texts at the outermost points
    chart.getStyler().setPlotContentSize(room);
    chart.getStyler().setLegendVisible(SeriesFigure.named(series) > 1);
    roundTicks(chart.getStyler(), series);
    frame.yRange().ifPresent(y -> chart.getStyler().setYAxisMin(y.low()).setYAxisMax(y.high()));
    for (int i = 0; i < series.size(); i++) {
      add(chart, series.get(i), "#" + i, logY);
    }
    chart.paint(graphics, frame.width(), frame.height());
    series.forEach(s -> label(graphics, chart, s));
  }

  static void style(AxesChartStyler styler, Frame frame) {
    Font text = Canvas.font(Font.PLAIN, 12);
    styler.setBaseFont(text);
    styler
        .setChartBackgroundColor(Palette.GROUND)
        .setChartFontColor(Palette.INK)
        .setChartPadding(12)
        .setChartTitleFont(Canvas.font(Font.BOLD, 14))
        .setChartTitleVisible(!frame.title().isEmpty())
        .setChartTitleBoxVisible(false)
        .setPlotBackgroundColor(Palette.GROUND)
        .setPlotBorderColor(Palette.GRID)
        .setLegendBackgroundColor(Palette.GROUND)
        .setLegendBorderColor(Palette.GROUND)
        .setLegendFont(text)
        // Below, so that plot and title have the whole width.
        .setLegendPosition(LegendPosition.OutsideS)
        .setLegendLayout(LegendLayout.Horizontal)
        .setChartTitlePadding(8)
        .setMarkerSize(6);
    styler
        .setAxisTitleFont(text)
        .setXAxisTitleVisible(!frame.xLabel().isEmpty())
        .setYAxisTitleVisible(!frame.yLabel().isEmpty())
        .setAxisTickLabelsFont(Canvas.font(Font.PLAIN, 11))
        .setAxisTickLabelsColor(Palette.INK)
        .setAxisTickMarksColor(Palette.GRID)
        .setPlotGridLinesColor(Palette.GRID)
        .setPlotGridLinesStroke(new BasicStroke(1f))
        .setLocale(Locale.ROOT)
        .setPlotMargin(0)
        .setAxisTicksLineVisible(false)
        .setXAxisTickMarkSpacingHint(90);
  }

  private static void add(XYChart chart, Series series, String id, boolean logY) {
    Color color = Palette.series(series.color());
    XYSeries drawn = chart.addSeries(id, series.x(), series.gappedY(logY));
    drawn.setLabel(series.name());
    drawn.setShowInLegend(!series.name().isEmpty());
    drawn.setMarker(SeriesMarkers.NONE);
    drawn.setLineColor(color);
    drawn.setLineStyle(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    drawn.setFillColor(Palette.translucent(color));
    switch (series.mark()) {
      case LINE -> drawn.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
      case OUTLINE -> drawn.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
      case BAND -> {
        drawn.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        drawn.setLineColor(new Color(0, 0, 0, 0));
      }
      case POINTS -> {
        drawn.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        drawn.setMarker(SeriesMarkers.CIRCLE);
        drawn.setMarkerColor(color);
      }
    }
  }

  /**
   * Lets the axis choose round numbers: where x is evenly spaced from edge to edge, XChart marks
   * values of x, good for a few epochs, but 1, 5, 9, … for more.
   */
  private static void roundTicks(AxesChartStyler styler, List<Series> series) {
    if (series.stream().anyMatch(s -> s.x().length > FEW)) {
      ValueRange x = ValueRange.of(series.stream().flatMapToDouble(s -> Arrays.stream(s.x())));
      double margin = (x.high() - x.low()) / 100;
      styler.setXAxisMin(x.low() - margin).setXAxisMax(x.high() + margin);
    }
  }

  private static void label(Graphics2D graphics, XYChart chart, Series series) {
    Text text = new Text(Canvas.font(Font.PLAIN, 12));
    graphics.setColor(Palette.INK);
    for (int i = 0; i < series.labels().size(); i++) {
      int x = (int) chart.getScreenXFromChart(series.x()[i]);
      int y = (int) chart.getScreenYFromChart(series.y()[i]);
      int offset = series.labelBelow(i) ? text.height() : -text.height();
      text.centred(graphics, series.labels().get(i), x, y + offset);
    }
  }
}
