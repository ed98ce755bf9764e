package manabi.kernel.display;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Pictures as the bytes of their files, known by how those begin. */
final class ImageBytes {
  private static final int LOOKED_AT = 1_000;

  private ImageBytes() {}

  /** Returns the picture, or nothing if the bytes are none. */
  static Optional<MimeBundle> bundle(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(LOOKED_AT, bytes.length), StandardCharsets.ISO_8859_1);
    if (isSvg(start)) {
      return Optional.of(MimeBundle.svg(new String(bytes, StandardCharsets.UTF_8)));
    }
    return format(start)
        .map(
            name ->
                MimeBundle.text(name + " image, " + bytes.length + " bytes")
                    .with("image/" + name.toLowerCase(Locale.ROOT), bytes));
  }

  private static Optional<String> format(String start) {
    if (start.startsWith("\u0089PNG\r\n")) {
      return Optional.of("PNG");
    }
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of("JPEG");
    }
    if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
      return Optional.of("GIF");
    }
    boolean isWebp = start.startsWith("RIFF") && start.startsWith("WEBP", 8);
    return isWebp ? Optional.of("WebP") : Optional.empty();
  }

  private static boolean isSvg(String start) {
    String text = start.replace("\u00ef\u00bb\u00bf", "").stripLeading();
    return text.startsWith("<svg") || (text.startsWith("<?xml") && text.contains("<svg"));
  }
}
