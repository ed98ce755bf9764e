package manabi.kernel.display;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.swing.ImageIcon;

/** Pictures as PNG, or as another format that was asked for. */
final class Images {
  private Images() {}

  static MimeBundle rendered(RenderedImage image, List<String> formats) {
    String size = image.getWidth() + " × " + image.getHeight();
    MimeBundle bundle = MimeBundle.text("image, " + size + " pixels");
    if (formats.isEmpty()) {
      return bundle.with("image/png", encoded(image, "png"));
    }
    for (String name : List.of("png", "jpeg", "gif")) {
      boolean isAsked = formats.stream().anyMatch(asked -> Formats.matches(asked, "image/" + name));
      bundle = isAsked ? bundle.with("image/" + name, encoded(image, name)) : bundle;
    }
    return bundle;
  }

  /** Returns the picture of an image that need not be loaded yet: waits until it is. */
  static MimeBundle loaded(Image image, List<String> formats) {
    ImageIcon loaded = new ImageIcon(image);
    if (loaded.getIconWidth() <= 0) {
      return MimeBundle.text("image, not loaded: " + image);
    }
    return rendered(
        drawn(image, loaded.getIconWidth(), loaded.getIconHeight(), BufferedImage.TYPE_INT_ARGB),
        formats);
  }

  private static byte[] encoded(RenderedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Not ImageIO's own stream, which writes to a temporary file.
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, format, stream)) { // Of these pixels it knows no such format.
        int pixels =
            format.equals("jpeg") ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        ImageIO.write(drawn(image, pixels), format, stream);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static BufferedImage drawn(RenderedImage image, int pixels) {
    BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), pixels);
    Graphics2D graphics = copy.createGraphics();
    graphics.drawRenderedImage(image, null);
    graphics.dispose();
    return copy;
  }

  private static BufferedImage drawn(Image image, int width, int height, int pixels) {
    BufferedImage copy = new BufferedImage(width, height, pixels);
    Graphics2D graphics = copy.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return copy;
  }
}
