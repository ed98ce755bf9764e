package manabi.notebook;

import manabi.kernel.display.MimeBundle;
import manabi.plot.Chart;
import manabi.plot.InteractiveChart;
import manabi.plot.MissingFontException;

/**
 * A chart in the formats of a notebook: interactive for JupyterLab, a picture for pages that run no
 * scripts, a line of text for consoles.
 */
final class ChartBundle {

  private ChartBundle() {}

  static MimeBundle of(Chart chart) {
    MimeBundle bundle = picture(chart);
    return chart instanceof InteractiveChart interactive
        ? bundle.with("application/vnd.plotly.v1+json", interactive.plotly())
        : bundle;
  }

  /**
   * Returns the chart without its interactive form, for displays that change: JupyterLab's plotly
   * renderer keeps the first plot that it has drawn. Says why a picture is missing rather than to
   * fail a cell that has trained for minutes.
   */
  static MimeBundle picture(Chart chart) {
    try {
      return MimeBundle.text(chart.toString()).with("image/png", chart.png());
    } catch (MissingFontException e) {
      return MimeBundle.text(chart + " (" + e.getMessage() + ")");
    }
  }
}
