package manabi.plot;

import java.util.Map;
import tech.tablesaw.plotly.components.Figure;

/** A chart that can also be drawn by plotly.js: to zoom, and to read values under the pointer. */
public sealed interface InteractiveChart extends Chart permits AxesChart {

  /** Returns the figure for programs that work with tablesaw; {@link #plotly()} holds more. */
  Figure figure();

  /**
   * Returns the figure for plotly.js 2 to 4, the content of {@code application/vnd.plotly.v1+json}:
   * the lists and maps below {@code data}, {@code layout} and {@code config}. Numbers are rounded
   * to 7 digits, what a {@code float} holds; NaN and infinite values are {@code null}, a gap.
   */
  Map<String, Object> plotly();
}
