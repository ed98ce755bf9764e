package manabi.plot;

import java.util.Optional;

/**
 * What stands around a chart's data; an empty text is left out.
 *
 * @param title text above the chart
 * @param xLabel text below the horizontal axis
 * @param yLabel text beside the vertical axis
 * @param width of the whole picture, in pixels
 * @param height of the whole picture, in pixels
 * @param yRange what the vertical axis spans; all values where it is empty
 */
record Frame(
    String title,
    String xLabel,
    String yLabel,
    int width,
    int height,
    Optional<ValueRange> yRange) {

  private static final int MIN_SIDE = 100;
  private static final int MAX_SIDE = 4000;

  Frame {
    if (Math.min(width, height) < MIN_SIDE || Math.max(width, height) > MAX_SIDE) {
      throw new IllegalArgumentException(
          "size must be from %d to %d pixels a side, was %d x %d"
              .formatted(MIN_SIDE, MAX_SIDE, width, height));
    }
  }

  static Frame labelled(String xLabel, String yLabel) {
    return new Frame("", xLabel, yLabel, 640, 400, Optional.empty());
  }

  Frame withTitle(String text) {
    return new Frame(text, xLabel, yLabel, width, height, yRange);
  }

  Frame withXLabel(String text) {
    return new Frame(title, text, yLabel, width, height, yRange);
  }

  Frame withYLabel(String text) {
    return new Frame(title, xLabel, text, width, height, yRange);
  }

  Frame withSize(int newWidth, int newHeight) {
    return new Frame(title, xLabel, yLabel, newWidth, newHeight, yRange);
  }

  Frame withYRange(ValueRange range) {
    return new Frame(title, xLabel, yLabel, width, height, Optional.of(range));
  }
}
