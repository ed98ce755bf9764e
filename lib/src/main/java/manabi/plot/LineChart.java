package manabi.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.plotly.components.Figure;

/**
 * Lines through points, as learning curves are drawn.
 *
 * <p>NaN and infinite values are gaps in the line; a line without any finite value is refused.
 */
public final class LineChart extends AxesChart<LineChart> {

  /** Of the line of a function. */
  private static final int POINTS = 201;

  private final List<Series> series;
  private final boolean logY;

  private LineChart(Frame frame, List<Series> series, boolean logY) {
    super(frame);
    this.series = List.copyOf(series);
    this.logY = logY;
    if (logY) {
      series.forEach(LineChart::requirePositive);
    }
  }

  /**
   * Returns a chart of one line through the values at 1, 2, 3, ….
   *
   * @throws IllegalArgumentException if no value is finite
   */
  public static LineChart of(String name, double... values) {
    return of(name, Series.count(values.length), values);
  }

  /**
   * Returns a chart of one line.
   *
   * @param x finite horizontal values, as many as {@code y}
   * @param y vertical values
   * @throws IllegalArgumentException if lengths differ, or no value is finite
   */
  public static LineChart of(String name, double[] x, double[] y) {
    return new LineChart(Frame.labelled("", ""), List.of(), false).with(name, x, y);
  }

  /**
   * Returns the chart of a function of one number.
   *
   * @param f drawn through 201 points; gaps where it is not finite
   * @param from where the line begins
   * @param to where it ends, above {@code from}
   * @throws IllegalArgumentException if {@code to} is not above, or f nowhere finite
   */
  public static LineChart of(String name, DoubleUnaryOperator f, double from, double to) {
    return new LineChart(Frame.labelled("", ""), List.of(), false).with(name, f, from, to);
  }

  /**
   * Returns the curves of a training, one line for each name, at epochs 1, 2, 3, ….
   *
   * @param curves name to the values of all epochs, drawn in the map's order
   * @throws IllegalArgumentException if there is no curve, or one has no finite value
   */
  public static LineChart of(Map<String, ? extends Collection<? extends Number>> curves) {
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("curves must hold at least one name, was empty");
    }
    LineChart chart = new LineChart(Frame.labelled("epoch", ""), List.of(), false);
    for (var curve : curves.entrySet()) {
      double[] values = curve.getValue().stream().mapToDouble(Number::doubleValue).toArray();
      chart = chart.with(curve.getKey(), values);
    }
    return chart;
  }

  /** Returns this chart with one more line, through the values at 1, 2, 3, …. */
  public LineChart with(String name, double... values) {
    return with(name, Series.count(values.length), values);
  }

  /**
   * Returns this chart with one more line; arguments as in {@link #of(String, double[], double[])}.
   */
  public LineChart with(String name, double[] x, double[] y) {
    int color = Math.toIntExact(SeriesFigure.named(series));
    return plus(new Series(name, x.clone(), y.clone(), Series.Mark.LINE, color));
  }

  /**
   * Returns this chart with one more function; arguments as in {@link #of(String,
   * DoubleUnaryOperator, double, double)}.
   */
  public LineChart with(String name, DoubleUnaryOperator f, double from, double to) {
    double[] x = new ValueRange(from, to).places(POINTS - 1);
    return with(name, x, DoubleStream.of(x).map(f).toArray());
  }

  /**
   * Returns this chart with a translucent band about the line added last, for example mean ±
   * standard deviation of several runs.
   *
   * @param low lower edge, finite, one value for each point of the line
   * @param high upper edge likewise
   */
  public LineChart band(double[] low, double[] high) {
    Series line = series.get(series.size() - 1);
    int n = line.x().length;
    Series.requireSameLength("low", low.length, "the line", n);
    Series.requireSameLength("high", high.length, "the line", n);
    // There along the upper edge, back along the lower.
    int[] order = IntStream.range(0, 2 * n).map(i -> i < n ? i : 2 * n - 1 - i).toArray();
    double[] x = IntStream.of(order).mapToDouble(i -> line.x()[i]).toArray();
    double[] y =
        IntStream.range(0, 2 * n).mapToDouble(i -> (i < n ? high : low)[order[i]]).toArray();
    return plus(new Series("", x, y, Series.Mark.BAND, line.color()));
  }

  /**
   * Returns this chart with a logarithmic vertical axis; values of 0 and below become gaps.
   *
   * @throws IllegalArgumentException if a line has no value above 0
   */
  public LineChart logY() {
    return new LineChart(frame, series, true);
  }

  /**
   * Returns this chart with a vertical axis of that range; what lies outside is not drawn.
   *
   * @throws IllegalArgumentException if {@code low} is not below {@code high}
   */
  public LineChart yRange(double low, double high) {
    return framed(frame.withYRange(new ValueRange(low, high)));
  }

  @Override
  public Figure figure() {
    return SeriesFigure.of(frame, series, logY);
  }

  @Override
  LineChart framed(Frame newFrame) {
    return new LineChart(newFrame, series, logY);
  }

  @Override
  void paint(Graphics2D graphics) {
    SeriesPicture.paint(graphics, frame, series, logY);
  }

  @Override
  void complete(ObjectNode spec) {
    frame
        .yRange()
        .ifPresent(
            y -> {
              ObjectNode axis = (ObjectNode) spec.at("/layout/yaxis");
              axis.put("autorange", false);
              axis.putArray("range").add(y.low()).add(y.high());
            });
  }

  @Override
  String summary() {
    return series.stream()
        .filter(s -> !s.name().isEmpty())
        .map(LineChart::summary)
        .collect(Collectors.joining(", "));
  }

  private LineChart plus(Series added) {
    List<Series> all = new ArrayList<>(series);
    all.add(added);
    return new LineChart(frame, all, logY);
  }

  private static void requirePositive(Series line) {
    if (DoubleStream.of(line.gappedY(true)).allMatch(Double::isNaN)) {
      throw new IllegalArgumentException(
          "values of '%s' must hold a positive number for a logarithmic axis, had none"
              .formatted(line.name()));
    }
  }

  private static String summary(Series line) {
    double[] finite = DoubleStream.of(line.y()).filter(Double::isFinite).toArray();
    return "%s (%d points, %s to %s)"
        .formatted(
            line.name(),
            line.y().length,
            Text.number(finite[0]),
            Text.number(finite[finite.length - 1]));
  }
}
