package manabi.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Graphics2D;
import java.util.List;
import manabi.tensor.Tensor;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.HeatmapTrace;

/**
 * A matrix as coloured cells; row 0 is on top, as matrices are written.
 *
 * <p>NaN and infinite entries are grey cells; a matrix without any finite entry is refused.
 */
public final class HeatMap extends AxesChart<HeatMap> {

  private static final int FEW = 12;

  private final Matrix matrix;
  private final ColorMap colors;
  private final ValueRange range;
  private final List<String> rowLabels;
  private final List<String> columnLabels;
  private final boolean annotated;

  private HeatMap(
      Frame frame,
      Matrix matrix,
      ColorMap colors,
      ValueRange range,
      List<String> rowLabels,
      List<String> columnLabels,
      boolean annotated) {
    super(frame);
    this.matrix = matrix;
    this.colors = colors;
    this.range = range;
    this.rowLabels = rowLabels;
    this.columnLabels = columnLabels;
    this.annotated = annotated;
  }

  /**
   * Returns a heat map in {@link ColorMap#VIRIDIS}, coloured from the smallest to the largest
   * entry.
   *
   * @param matrix rows of equal length
   * @throws IllegalArgumentException if there is no row, they differ, or no entry is finite
   */
  public static HeatMap of(double[][] matrix) {
    return of(Matrix.of(matrix));
  }

  /**
   * Returns a heat map of a matrix.
   *
   * @param matrix {@code [rows, columns]}
   */
  public static HeatMap of(Tensor matrix) {
    return of(Matrix.of(matrix));
  }

  /**
   * Returns a confusion matrix: how often the class of a row was taken for that of a column.
   *
   * @param counts {@code [K, K]}, at row i and column j the samples of class i predicted as j
   * @param classes the K names
   * @throws IllegalArgumentException if the shape does not fit the names
   */
  public static HeatMap confusion(Tensor counts, List<String> classes) {
    return of(counts)
        .labels(classes, classes)
        .xLabel("predicted")
        .yLabel("true")
        .size(640, 560)
        .colors(ColorMap.BLUES)
        .annotated();
  }

  private static HeatMap of(Matrix matrix) {
    ValueRange range = ValueRange.of(matrix.values());
    return new HeatMap(
        Frame.labelled("", ""), matrix, ColorMap.VIRIDIS, range, List.of(), List.of(), false);
  }

  /** Returns this heat map in other colours. */
  public HeatMap colors(ColorMap map) {
    return new HeatMap(frame, matrix, map, range, rowLabels, columnLabels, annotated);
  }

  /**
   * Returns this heat map with colours for another range; entries outside get the colour of its
   * nearer end.
   *
   * @throws IllegalArgumentException if {@code low} is not below {@code high}
   */
  public HeatMap range(double low, double high) {
    ValueRange given = new ValueRange(low, high);
    return new HeatMap(frame, matrix, colors, given, rowLabels, columnLabels, annotated);
  }

  /**
   * Returns this heat map with names in place of row and column numbers; they may repeat.
   *
   * @throws IllegalArgumentException if there is not one name for each row and each column
   */
  public HeatMap labels(List<String> rows, List<String> columns) {
    requireSize("row labels", rows, matrix.rows());
    requireSize("column labels", columns, matrix.columns());
    return new HeatMap(
        frame, matrix, colors, range, List.copyOf(rows), List.copyOf(columns), annotated);
  }

  /** Returns this heat map with its numbers in the cells, in place of the colour scale. */
  public HeatMap annotated() {
    return new HeatMap(frame, matrix, colors, range, rowLabels, columnLabels, true);
  }

  @Override
  public Figure figure() {
    Layout layout =
        SeriesFigure.layout(frame)
            .xAxis(SeriesFigure.axis(frame.xLabel()).build())
            .yAxis(SeriesFigure.axis(frame.yLabel()).autoRange(Axis.AutoRange.REVERSED).build())
            .build();
    Object[] columns = matrix.columnNumbers();
    return new Figure(
        layout, HeatmapTrace.builder(columns, matrix.rowNumbers(), matrix.entries()).build());
  }

  @Override
  HeatMap framed(Frame newFrame) {
    return new HeatMap(newFrame, matrix, colors, range, rowLabels, columnLabels, annotated);
  }

  @Override
  void paint(Graphics2D graphics) {
    new HeatMapPicture(frame, matrix, colors, range, rowLabels, columnLabels, annotated)
        .paint(graphics);
  }

  @Override
  void complete(ObjectNode spec) {
    ObjectNode trace = (ObjectNode) spec.at("/data/0");
    trace.remove(List.of("x", "y")); // plotly counts by itself, from 0
    trace.putPOJO("colorscale", colors.scale());
    trace.put("zmin", range.low()).put("zmax", range.high()).put("showscale", !annotated);
    if (annotated) {
      trace.put("texttemplate", matrix.whole() ? "%{z:d}" : "%{z:.2f}");
    }
    mark((ObjectNode) spec.at("/layout/xaxis"), matrix.columns(), columnLabels);
    mark((ObjectNode) spec.at("/layout/yaxis"), matrix.rows(), rowLabels);
  }

  @Override
  String summary() {
    return "%d x %d numbers, colours from %s to %s"
        .formatted(
            matrix.rows(), matrix.columns(), Text.number(range.low()), Text.number(range.high()));
  }

  /**
   * Marks the places of an axis. Names go by place, not as categories, of which plotly would merge
   * two that are equal.
   */
  private static void mark(ObjectNode axis, int places, List<String> labels) {
    if (labels.isEmpty() && places <= FEW) {
      axis.put("dtick", 1); // Between two places there is none.
    } else if (!labels.isEmpty()) {
      axis.put("tickmode", "array");
      ArrayNode values = axis.putArray("tickvals");
      ArrayNode texts = axis.putArray("ticktext");
      for (String label : labels) {
        values.add(values.size());
        texts.add(PlotlyJson.escaped(label));
      }
    }
  }

  private static void requireSize(String what, List<String> labels, int expected) {
    if (labels.size() != expected) {
      throw new IllegalArgumentException(
          "%s must be %d, one for each, was %d".formatted(what, expected, labels.size()));
    }
  }
}
