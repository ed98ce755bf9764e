package manabi.plot;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

/** Colours for numbers, from low to high; every one can be told apart with colour-blindness. */
public enum ColorMap {
  /** White to dark blue, of ColorBrewer (Harrower and Brewer, 2003), as in matplotlib. */
  BLUES("f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b"),
  /** Dark violet to yellow, evenly brighter, of matplotlib. */
  VIRIDIS("440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725"),
  /** Black to white, for pictures. */
  GRAYS("000000 ffffff"),
  /** Red over white to blue, of ColorBrewer, for numbers on both sides of 0. */
  RED_BLUE("67001f b2182b d6604d f4a582 fddbc7 f7f7f7 d1e5f0 92c5de 4393c3 2166ac 053061");

  private static final int PITCH = 7;

  private final String anchors;

  ColorMap(String anchors) {
    this.anchors = anchors;
  }

  /**
   * Returns the colour of a number as {@code 0xRRGGBB}; NaN is a light grey.
   *
   * @param fraction 0 is the lowest, 1 the highest; others are taken as the nearer of the two
   */
  int rgb(double fraction) {
    if (Double.isNaN(fraction)) {
      return Palette.GRID.getRGB() & 0xFFFFFF;
    }
    double place = Math.min(Math.max(fraction, 0), 1) * (count() - 1);
    int left = Math.min((int) place, count() - 2);
    double weight = place - left;
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = anchor(left) >> shift & 0xFF;
      int to = anchor(left + 1) >> shift & 0xFF;
      rgb |= (int) Math.round(from + weight * (to - from)) << shift;
    }
    return rgb;
  }

  /** Returns black or white, whichever reads better on the colour of {@code fraction}. */
  Color ink(double fraction) {
    int rgb = rgb(fraction);
    double luma = 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
    return luma > 122 ? Palette.INK : Color.WHITE;
  }

  /** Returns plotly's {@code colorscale}: pairs of a fraction and a colour. */
  List<List<Object>> scale() {
    return IntStream.range(0, count())
        .mapToObj(i -> List.<Object>of(i / (count() - 1.0), "#%06x".formatted(anchor(i))))
        .toList();
  }

  private int count() {
    return (anchors.length() + 1) / PITCH;
  }

  private int anchor(int index) {
    return Integer.parseInt(anchors, PITCH * index, PITCH * (index + 1) - 1, 16);
  }
}
