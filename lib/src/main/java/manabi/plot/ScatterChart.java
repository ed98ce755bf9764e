package manabi.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import manabi.tensor.Tensor;
import tech.tablesaw.plotly.components.Figure;

/**
 * Points in the plane, in named groups, with a text at each if wanted.
 *
 * <p>Points with a NaN or infinite y are left out; a group without any other is refused.
 */
public final class ScatterChart extends AxesChart<ScatterChart> {

  private final List<Series> groups;

  private ScatterChart(Frame frame, List<Series> groups) {
    super(frame);
    this.groups = List.copyOf(groups);
  }

  /**
   * Returns a chart of one group of points.
   *
   * @param x finite horizontal values, as many as {@code y}
   * @param y vertical values
   * @throws IllegalArgumentException if lengths differ, or no value is finite
   */
  public static ScatterChart of(String group, double[] x, double[] y) {
    return new ScatterChart(Frame.labelled("", "").withSize(520, 440), List.of()).with(group, x, y);
  }

  /**
   * Returns a chart of one group of points.
   *
   * @param points {@code [N, 2]}: x and y of each
   */
  public static ScatterChart of(String group, Tensor points) {
    return of(group, column(points, 0), column(points, 1));
  }

  /** Returns this chart with one more group, {@code [N, 2]}. */
  public ScatterChart with(String group, Tensor points) {
    return with(group, column(points, 0), column(points, 1));
  }

  /** Returns this chart with one more group. */
  public ScatterChart with(String group, double[] x, double[] y) {
    List<Series> all = new ArrayList<>(groups);
    all.add(new Series(group, x.clone(), y.clone(), Series.Mark.POINTS, groups.size()));
    return new ScatterChart(frame, all);
  }

  /**
   * Returns this chart with a text at each point of the group added last.
   *
   * @throws IllegalArgumentException if there is not one text for each point
   */
  public ScatterChart labels(List<String> texts) {
    List<Series> all = new ArrayList<>(groups);
    Series last = all.remove(all.size() - 1);
    Series.requireSameLength("labels", texts.size(), "the group has points", last.x().length);
    all.add(
        new Series(last.name(), last.x(), last.y(), last.mark(), last.color(), List.copyOf(texts)));
    return new ScatterChart(frame, all);
  }

  @Override
  public Figure figure() {
    return SeriesFigure.of(frame, groups, false);
  }

  @Override
  ScatterChart framed(Frame newFrame) {
    return new ScatterChart(newFrame, groups);
  }

  @Override
  void paint(Graphics2D graphics) {
    SeriesPicture.paint(graphics, frame, groups, false);
  }

  @Override
  void complete(ObjectNode spec) {
    for (int k = 0; k < groups.size(); k++) {
      Series group = groups.get(k);
      ArrayNode positions = ((ObjectNode) spec.get("data").get(k)).putArray("textposition");
      for (int i = 0; i < group.labels().size(); i++) {
        positions.add(group.labelBelow(i) ? "bottom center" : "top center");
      }
    }
  }

  @Override
  String summary() {
    return groups.stream()
        .map(group -> group.name() + " (" + group.x().length + " points)")
        .collect(Collectors.joining(", "));
  }

  private static double[] column(Tensor points, int column) {
    if (points.rank() != 2 || points.dim(1) != 2) {
      throw new IllegalArgumentException(
          "points must be [N, 2], was " + Arrays.toString(points.shape()));
    }
    return IntStream.range(0, points.dim(0))
        .mapToDouble(i -> points.data()[2 * i + column])
        .toArray();
  }
}
