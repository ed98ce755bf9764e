package manabi.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ContourTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * The contour lines of a function of two variables, as on a map, and paths across it: how an
 * optimiser goes downhill.
 *
 * <p>Darker lines are higher. What a path does outside the map is not drawn.
 */
public final class ContourChart extends AxesChart<ContourChart> {

  private static final int CELLS = 40;
  private static final int LEVELS = 12;

  private final ContourGrid grid;
  private final int levels;
  private final List<Series> paths;

  private ContourChart(Frame frame, ContourGrid grid, int levels, List<Series> paths) {
    super(frame);
    this.grid = grid;
    this.levels = levels;
    this.paths = List.copyOf(paths);
  }

  /**
   * Returns the map of a function about the origin, with about 12 lines at round heights.
   *
   * @param f called on a grid; places where it is not finite have no line
   * @param reachX the map goes from {@code -reachX} to {@code reachX}, above 0
   * @param reachY likewise upwards
   * @throws IllegalArgumentException if a reach is not positive, or f nowhere finite
   */
  public static ContourChart of(DoubleBinaryOperator f, double reachX, double reachY) {
    return of(f, -reachX, reachX, -reachY, reachY);
  }

  /**
   * Returns the map of a function over a rectangle; see {@link #of(DoubleBinaryOperator, double,
   * double)}.
   */
  public static ContourChart of(
      DoubleBinaryOperator f, double lowX, double highX, double lowY, double highY) {
    ContourGrid grid =
        ContourGrid.of(f, new ValueRange(lowX, highX), new ValueRange(lowY, highY), CELLS);
    return new ContourChart(Frame.labelled("", "").withSize(560, 480), grid, LEVELS, List.of());
  }

  /** Returns this chart with about that many lines, 1 or more. */
  public ContourChart levels(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be 1 or more, was " + count);
    }
    return new ContourChart(frame, grid, count, paths);
  }

  /**
   * Returns this chart with one more path, a dot at each point.
   *
   * @param points {@code [n][2]}: x and y of each
   * @throws IllegalArgumentException if a point has not two finite numbers, or there is none
   */
  public ContourChart path(String name, double[]... points) {
    for (double[] point : points) {
      if (point.length != 2) {
        throw new IllegalArgumentException(
            "points must have two numbers each, one was " + Arrays.toString(point));
      }
    }
    double[] x = Arrays.stream(points).mapToDouble(point -> point[0]).toArray();
    double[] y = Arrays.stream(points).mapToDouble(point -> point[1]).toArray();
    List<Series> all = new ArrayList<>(paths);
    all.add(new Series(name, x, y, Series.Mark.LINE, paths.size() + 1));
    return new ContourChart(frame, grid, levels, all);
  }

  @Override
  public Figure figure() {
    Layout layout =
        SeriesFigure.layout(frame)
            .xAxis(SeriesFigure.axis(frame.xLabel()).build())
            .yAxis(SeriesFigure.axis(frame.yLabel()).build())
            .showLegend(paths.size() > 1)
            .build();
    Trace map = ContourTrace.builder(boxed(grid.x()), boxed(grid.y()), grid.z()).build();
    return new Figure(
        layout,
        Stream.concat(Stream.of(map), paths.stream().map(ContourChart::trace))
            .toArray(Trace[]::new));
  }

  @Override
  ContourChart framed(Frame newFrame) {
    return new ContourChart(newFrame, grid, levels, paths);
  }

  @Override
  void paint(Graphics2D graphics) {
    new ContourPicture(frame, grid, grid.levels(levels), paths).paint(graphics);
  }

  @Override
  void complete(ObjectNode spec) {
    limit((ObjectNode) spec.at("/layout/xaxis"), grid.xRange());
    limit((ObjectNode) spec.at("/layout/yaxis"), grid.yRange());
    double[] heights = grid.levels(levels);
    ObjectNode map = (ObjectNode) spec.at("/data/0");
    map.putPOJO("colorscale", ColorMap.BLUES.scale());
    // The palest colours are left out: lines must show on white.
    map.put("zmin", 2 * heights[0] - heights[heights.length - 1]);
    map.put("zmax", heights[heights.length - 1]);
    map.put("showscale", false).put("autocontour", false);
    map.putObject("contours")
        .put("coloring", "lines")
        .put("showlabels", true)
        .put("start", heights[0])
        .put("end", heights[heights.length - 1])
        .put("size", heights.length == 1 ? 1 : heights[1] - heights[0]);
  }

  @Override
  String summary() {
    double[] heights = grid.levels(levels);
    String lines =
        "%d heights from %s to %s"
            .formatted(
                heights.length, Text.number(heights[0]), Text.number(heights[heights.length - 1]));
    return Stream.concat(Stream.of(lines), paths.stream().map(ContourChart::summary))
        .collect(Collectors.joining(", "));
  }

  private static String summary(Series path) {
    int last = path.x().length - 1;
    return "%s (%d points, to (%s, %s))"
        .formatted(path.name(), last + 1, Text.number(path.x()[last]), Text.number(path.y()[last]));
  }

  private static void limit(ObjectNode axis, ValueRange range) {
    axis.put("autorange", false);
    axis.putArray("range").add(range.low()).add(range.high());
  }

  private static Trace trace(Series path) {
    String color = Palette.css(Palette.series(path.color()));
    return ScatterTrace.builder(path.x(), path.y())
        .name(PlotlyJson.quotable(path.name()))
        .mode(ScatterTrace.Mode.LINE_AND_MARKERS)
        .line(Line.builder().color(color).width(2).build())
        .marker(Marker.builder().color(color).size(5).build())
        .build();
  }

  private static Object[] boxed(double... values) {
    return IntStream.range(0, values.length).mapToObj(i -> values[i]).toArray();
  }
}
