package manabi.plot;

import java.nio.file.Path;

/** A picture of numbers: immutable, with a one-line summary as its {@code toString}. */
public sealed interface Chart
    permits InteractiveChart, ImageGrid, GraphChart, ComputationChart, NetworkChart, ShapeChart {

  /**
   * Returns the chart as a PNG file: dark on an opaque light ground, legible on a light and on a
   * dark page.
   *
   * @throws MissingFontException if the chart has text and Java finds no font on this machine
   */
  byte[] png();

  /**
   * Writes {@link #png()} to {@code file}; a reader never sees half of it.
   *
   * @param file path that ends in {@code .png}; its folder is created if needed
   * @throws IllegalArgumentException if the name ends otherwise
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  default void save(Path file) {
    PngFile.write(file, this::png);
  }
}
