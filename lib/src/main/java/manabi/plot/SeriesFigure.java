package manabi.plot;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.TickSettings;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** Series as a tablesaw figure. */
final class SeriesFigure {

  private static final int FEW = 12;

  private SeriesFigure() {}

  static Figure of(Frame frame, List<Series> series, boolean logY) {
    Axis.AxisBuilder yAxis = axis(frame.yLabel());
    if (logY) {
      yAxis.type(Axis.Type.LOG);
    }
    Axis.AxisBuilder xAxis = axis(frame.xLabel());
    if (isShortCount(series)) {
      xAxis.tickSettings(TickSettings.builder().dTick(1).build());
    }
    Layout layout =
        layout(frame)
            .xAxis(xAxis.build())
            .yAxis(yAxis.build())
            .showLegend(named(series) > 1)
            .build();
    return new Figure(layout, series.stream().map(s -> trace(s, logY)).toArray(Trace[]::new));
  }

  /** Returns whether x counts a few whole things, such as epochs, of which there are no halves. */
  private static boolean isShortCount(List<Series> series) {
    double[] x = series.stream().flatMapToDouble(s -> Arrays.stream(s.x())).toArray();
    DoubleSummaryStatistics all = Arrays.stream(x).summaryStatistics();
    return Arrays.stream(x).allMatch(value -> value == Math.rint(value))
        && all.getMax() - all.getMin() <= FEW;
  }

  static Layout.LayoutBuilder layout(Frame frame) {
    return Layout.builder(PlotlyJson.quotable(frame.title()))
        .width(frame.width())
        .height(frame.height());
  }

  static Axis.AxisBuilder axis(String label) {
    return Axis.builder().title(PlotlyJson.quotable(label));
  }

  static long named(List<Series> series) {
    return series.stream().filter(s -> !s.name().isEmpty()).count();
  }

  private static Trace trace(Series series, boolean logY) {
    String color = Palette.css(Palette.series(series.color()));
    ScatterTrace.ScatterBuilder trace =
        ScatterTrace.builder(series.x(), series.gappedY(logY))
            .name(PlotlyJson.quotable(series.name()))
            .showLegend(!series.name().isEmpty());
    switch (series.mark()) {
      case LINE ->
          trace.mode(ScatterTrace.Mode.LINE).line(Line.builder().color(color).width(2).build());
      case POINTS -> points(trace, series, color);
      case OUTLINE ->
          trace
              .mode(ScatterTrace.Mode.LINE)
              .line(Line.builder().color(color).width(1.5).build())
              .fill(ScatterTrace.Fill.TO_ZERO_Y)
              .fillColor(fill(series));
      case BAND ->
          trace
              .mode(ScatterTrace.Mode.LINE)
              .line(Line.builder().color(color).width(0).build())
              .fill(ScatterTrace.Fill.TO_SELF)
              .fillColor(fill(series));
    }
    return trace.build();
  }

  private static void points(ScatterTrace.ScatterBuilder trace, Series series, String color) {
    trace.marker(Marker.builder().color(color).size(6).opacity(0.8).build());
    if (series.labels().isEmpty()) {
      trace.mode(ScatterTrace.Mode.MARKERS);
    } else {
      trace.mode(ScatterTrace.Mode.TEXT_AND_MARKERS);
      trace.text(series.labels().stream().map(PlotlyJson::escaped).toArray(String[]::new));
    }
  }

  private static String fill(Series series) {
    return Palette.css(Palette.translucent(Palette.series(series.color())));
  }
}
