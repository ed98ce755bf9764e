package manabi.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Places text in one font by its middle line; lengths are in pixels. */
final class Text {

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, false);
  private static final double SLANT = Math.toRadians(-45);

  private final Font font;

  Text(Font font) {
    this.font = font;
  }

  /** Returns a number in four digits at most, alike in every country. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
    double size = Math.abs(value);
    boolean plain = size == 0 || (size >= 1e-3 && size < 1e6);
    return plain ? rounded.toPlainString() : rounded.toString();
  }

  int height() {
    return (int) Math.ceil(font.getLineMetrics("Xg", CONTEXT).getHeight());
  }

  int width(String text) {
    return (int) Math.ceil(font.getStringBounds(text, CONTEXT).getWidth());
  }

  int widest(List<String> texts) {
    return texts.stream().mapToInt(this::width).max().orElse(0);
  }

  int slantedHeight(List<String> texts) {
    return (int) Math.ceil((widest(texts) + height()) * Math.sin(-SLANT));
  }

  void centred(Graphics2D graphics, String text, int x, int y) {
    draw(graphics, text, x, y, -width(text) / 2f, 0);
  }

  void startingAt(Graphics2D graphics, String text, int x, int y) {
    draw(graphics, text, x, y, 0, 0);
  }

  void endingAt(Graphics2D graphics, String text, int x, int y) {
    draw(graphics, text, x, y, -width(text), 0);
  }

  /** Writes from bottom to top, its middle at the point. */
  void upwards(Graphics2D graphics, String text, int x, int y) {
    draw(graphics, text, x, y, -width(text) / 2f, Math.toRadians(-90));
  }

  /** Writes at an angle in radians, clockwise, its middle at the point. */
  void turned(Graphics2D graphics, String text, int x, int y, double angle) {
    draw(graphics, text, x, y, -width(text) / 2f, angle);
  }

  /** Writes upwards at half a right angle, so that it ends below the point. */
  void slanted(Graphics2D graphics, String text, int x, int y) {
    draw(graphics, text, x, y + height() / 3, -width(text), SLANT);
  }

  private void draw(Graphics2D graphics, String text, int x, int y, float offset, double angle) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(angle);
    graphics.setFont(font);
    // Digits and capitals are about 0.72 of the font's size high.
    graphics.drawString(text, offset, font.getSize2D() * 0.36f);
    graphics.setTransform(before);
  }
}
