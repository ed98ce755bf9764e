package manabi.kernel.display;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures as PNG. */
final class Images {
  private Images() {}

  static MimeBundle bundle(BufferedImage image) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String size = image.getWidth() + " × " + image.getHeight();
    return MimeBundle.text("image, " + size + " pixels").with("image/png", png.toByteArray());
  }
}
