package manabi.plot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes a picture beside its target first and renames it then. */
final class PngFile {

  private PngFile() {}

  static void write(Path file, Supplier<byte[]> png) {
    Path target = file.toAbsolutePath();
    if (!target.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new IllegalArgumentException("file must end in .png, was " + file);
    }
    byte[] bytes = png.get();
    try {
      Files.createDirectories(target.getParent());
      // Not a temporary file of the JDK's: nobody but its owner could read the picture.
      Path part = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
      try {
        Files.write(part, bytes, StandardOpenOption.CREATE_NEW);
        Files.move(
            part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the chart to " + file, e);
    }
  }
}
