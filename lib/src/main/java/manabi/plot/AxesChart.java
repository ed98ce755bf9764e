package manabi.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Graphics2D;
import java.util.Map;

/**
 * A chart with two axes, a title and their labels.
 *
 * @param <C> the chart's own type, so that options can follow each other in any order
 */
abstract sealed class AxesChart<C extends AxesChart<C>> implements InteractiveChart
    permits LineChart, ScatterChart, Histogram, BarChart, HeatMap, ContourChart {

  final Frame frame;

  AxesChart(Frame frame) {
    this.frame = frame;
  }

  /** Returns this chart with a text above it. */
  public final C title(String title) {
    return framed(frame.withTitle(title));
  }

  /** Returns this chart with a text at its horizontal axis. */
  public final C xLabel(String label) {
    return framed(frame.withXLabel(label));
  }

  /** Returns this chart with a text at its vertical axis. */
  public final C yLabel(String label) {
    return framed(frame.withYLabel(label));
  }

  /**
   * Returns this chart in another size.
   *
   * @param width pixels, 100 to 4000
   * @param height pixels, 100 to 4000
   */
  public final C size(int width, int height) {
    return framed(frame.withSize(width, height));
  }

  @Override
  public final byte[] png() {
    return Canvas.png(frame.width(), frame.height(), this::paint);
  }

  @Override
  public final Map<String, Object> plotly() {
    ObjectNode spec = PlotlyJson.of(figure());
    complete(spec);
    return PlotlyJson.toMap(spec);
  }

  /** Returns the kind of chart, its title and what it shows. */
  @Override
  public final String toString() {
    String kind = getClass().getSimpleName();
    return kind + (frame.title().isEmpty() ? "" : " \"" + frame.title() + '"') + ": " + summary();
  }

  abstract C framed(Frame newFrame);

  /** Draws the whole picture; the ground is there already. */
  abstract void paint(Graphics2D graphics);

  /** Adds to the figure what tablesaw has no words for. */
  void complete(ObjectNode spec) {}

  abstract String summary();
}
