package manabi.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.Trace;

/** Bars over categories, one beside the other where there are several sets. NaN has no bar. */
public final class BarChart extends AxesChart<BarChart> {

  private final List<String> categories;
  private final List<Series> sets;

  private BarChart(Frame frame, List<String> categories, List<Series> sets) {
    super(frame);
    this.categories = categories;
    this.sets = List.copyOf(sets);
  }

  /**
   * Returns a chart with one bar for each category.
   *
   * @param name of the set, shown when there are several
   * @param categories different names, from left to right
   * @param values one for each category
   * @throws IllegalArgumentException if a category comes twice, the numbers differ, or no value is
   *     finite
   */
  public static BarChart of(String name, List<String> categories, double... values) {
    if (new LinkedHashSet<>(categories).size() < categories.size()) {
      throw new IllegalArgumentException("categories must be different, was " + categories);
    }
    return new BarChart(Frame.labelled("", ""), List.copyOf(categories), List.of())
        .with(name, values);
  }

  /** Returns this chart with another set of bars, one for each category. */
  public BarChart with(String name, double... values) {
    Series.requireSameLength("values", values.length, "there are categories", categories.size());
    List<Series> all = new ArrayList<>(sets);
    double[] places = Series.count(values.length);
    all.add(new Series(name, places, values.clone(), Series.Mark.POINTS, sets.size()));
    return new BarChart(frame, categories, all);
  }

  @Override
  public Figure figure() {
    Layout layout =
        SeriesFigure.layout(frame)
            .xAxis(SeriesFigure.axis(frame.xLabel()).build())
            .yAxis(SeriesFigure.axis(frame.yLabel()).build())
            .barMode(Layout.BarMode.GROUP)
            .showLegend(sets.size() > 1)
            .build();
    Object[] names = categories.stream().map(PlotlyJson::escaped).toArray();
    return new Figure(layout, sets.stream().map(set -> trace(set, names)).toArray(Trace[]::new));
  }

  @Override
  BarChart framed(Frame newFrame) {
    return new BarChart(newFrame, categories, sets);
  }

  @Override
  void paint(Graphics2D graphics) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(frame.width())
            .height(frame.height())
            .title(frame.title())
            .xAxisTitle(frame.xLabel())
            .yAxisTitle(frame.yLabel())
            .build();
    SeriesPicture.style(chart.getStyler(), frame);
    chart.getStyler().setAvailableSpaceFill(0.8).setPlotGridVerticalLinesVisible(false);
    chart.getStyler().setLegendVisible(sets.size() > 1);
    chart.getStyler().setXAxisLabelRotation(rotation());
    for (Series set : sets) {
      List<Double> heights =
          Arrays.stream(set.gappedY(false)).mapToObj(v -> Double.isNaN(v) ? 0.0 : v).toList();
      chart
          .addSeries("#" + set.color(), categories, heights)
          .setLabel(set.name())
          .setFillColor(Palette.series(set.color()));
    }
    chart.paint(graphics, frame.width(), frame.height());
  }

  @Override
  String summary() {
    return sets.stream()
        .map(
            set ->
                IntStream.range(0, categories.size())
                    .mapToObj(i -> categories.get(i) + " " + Text.number(set.y()[i]))
                    .collect(Collectors.joining(", ", set.name() + " (", ")")))
        .collect(Collectors.joining(", "));
  }

  /** Slants the names if they would touch; the vertical axis takes about 100 pixels. */
  private int rotation() {
    Text text = new Text(Canvas.font(Font.PLAIN, 11));
    return text.widest(categories) > (frame.width() - 100) / categories.size() ? 45 : 0;
  }

  private static BarTrace trace(Series set, Object[] names) {
    return BarTrace.builder(names, set.gappedY(false))
        .name(PlotlyJson.quotable(set.name()))
        .marker(Marker.builder().color(Palette.css(Palette.series(set.color()))).build())
        .build();
  }
}
