package manabi.kernel.display;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesTest {
  private final BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);

  private static Map<String, Object> data(Object value, String... mimeTypes) {
    return new ValueRenderers().render(value, List.of(mimeTypes)).data();
  }

  @Test
  void imagesArePng() {
    assertThat(data(image)).containsOnlyKeys("text/plain", "image/png");
    assertThat((byte[]) data(image).get("image/png")).startsWith(0x89, 'P', 'N', 'G');
    assertThat(data(image)).containsEntry("text/plain", "image, 3 × 2 pixels");
  }

  @ParameterizedTest
  @CsvSource({"image/jpeg", "image/gif", "image/png"})
  void imagesAreAnotherFormatWhenAsked(String type) throws IOException {
    assertThat(data(image, type)).containsOnlyKeys("text/plain", type);
    byte[] bytes = (byte[]) data(image, type).get(type);
    assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isEqualTo(3);
    assertThat(data(bytes)).containsEntry(type, bytes);
  }

  @Test
  void imagesThatAreStillLoadedAreWaitedFor() {
    byte[] png = (byte[]) data(image).get("image/png");
    assertThat(data(Toolkit.getDefaultToolkit().createImage(png)))
        .containsEntry("text/plain", "image, 3 × 2 pixels")
        .containsKey("image/png");
    assertThat(data(Toolkit.getDefaultToolkit().createImage(new byte[] {1})))
        .containsOnlyKeys("text/plain");
  }

  @ParameterizedTest
  @CsvSource({
    "'\u0089PNG\r\n', image/png, 'PNG image, 6 bytes'",
    "'\u00ff\u00d8\u00ff', image/jpeg, 'JPEG image, 3 bytes'",
    "GIF89a, image/gif, 'GIF image, 6 bytes'",
    "RIFF....WEBP, image/webp, 'WebP image, 12 bytes'"
  })
  void bytesOfPicturesAreKnownByTheirStart(String start, String type, String text) {
    assertThat(data(start.getBytes(ISO_8859_1)))
        .containsOnlyKeys("text/plain", type)
        .containsEntry("text/plain", text);
  }

  @Test
  void svgIsText() {
    String svg = "\ufeff<?xml version='1.0'?>\n<svg>ü</svg>";
    assertThat(data(svg.getBytes(UTF_8))).containsEntry("image/svg+xml", svg);
  }

  @Test
  void otherBytesAreNumbers() {
    assertThat(data(new byte[] {1, -2})).containsOnly(Map.entry("text/plain", "[1, -2]"));
    assertThat(data(new byte[0])).containsOnly(Map.entry("text/plain", "[]"));
  }
}
