package manabi.plot;

import java.awt.Color;
import java.util.Locale;

/** The colours of series and of all that surrounds them. */
final class Palette {

  static final Color GROUND = Color.WHITE;
  static final Color INK = new Color(0x33, 0x33, 0x33);
  static final Color GRID = new Color(0xE3, 0xE3, 0xE3);
  static final Color WARNING = new Color(0xD5, 0x5E, 0x00);

  /** Okabe and Ito (2008), without their yellow, which is too light on white. */
  private static final Color[] SERIES = {
    new Color(0x00, 0x72, 0xB2),
    new Color(0xD5, 0x5E, 0x00),
    new Color(0x00, 0x9E, 0x73),
    new Color(0xCC, 0x79, 0xA7),
    new Color(0xE6, 0x9F, 0x00),
    new Color(0x56, 0xB4, 0xE9),
    new Color(0x55, 0x55, 0x55),
  };

  private Palette() {}

  /** Returns the colour of a series by its place; after the seventh they start again. */
  static Color series(int index) {
    return SERIES[index % SERIES.length];
  }

  static Color translucent(Color color) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), 64);
  }

  static String css(Color color) {
    return color.getAlpha() == 255
        ? String.format("#%06x", color.getRGB() & 0xFFFFFF)
        : String.format(
            Locale.ROOT,
            "rgba(%d,%d,%d,%.2f)",
            color.getRed(),
            color.getGreen(),
            color.getBlue(),
            color.getAlpha() / 255.0);
  }
}
