package manabi.plot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Reads charts back as a front end does. */
final class Charts {

  private static final ObjectMapper STRICT = new ObjectMapper();

  private Charts() {}

  /** Writes the figure as text and parses it by the rules of JSON alone. */
  static JsonNode json(InteractiveChart chart) {
    try {
      return STRICT.readTree(STRICT.writeValueAsString(chart.plotly()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedImage image(Chart chart) {
    try {
      return ImageIO.read(new ByteArrayInputStream(chart.png()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int rgb(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xFFFFFF;
  }

  /** Returns how many pixels have exactly this colour. */
  static long count(BufferedImage image, int rgb) {
    return pixels(image).filter(p -> at(image, p) == rgb).count();
  }

  /** Returns the mean x of all pixels of this colour. */
  static double meanX(BufferedImage image, int rgb) {
    return pixels(image)
        .filter(p -> at(image, p) == rgb)
        .mapToDouble(p -> p % image.getWidth())
        .average()
        .orElseThrow();
  }

  /** Returns the mean y of all pixels of this colour; 0 is on top. */
  static double meanY(BufferedImage image, int rgb) {
    return pixels(image)
        .filter(p -> at(image, p) == rgb)
        .mapToDouble(p -> Math.floorDiv(p, image.getWidth()))
        .average()
        .orElseThrow();
  }

  private static IntStream pixels(BufferedImage image) {
    return IntStream.range(0, image.getWidth() * image.getHeight());
  }

  private static int at(BufferedImage image, int pixel) {
    return rgb(image, pixel % image.getWidth(), pixel / image.getWidth());
  }
}
