package manabi.kernel;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code System.in} of cells: asks the reader for each line that is read. Where that is not allowed
 * it throws what is no {@code IOException}, which a {@code Scanner} would keep to itself.
 */
final class StandardInput extends InputStream {
  private final Supplier<Optional<String>> asker;
  private volatile ByteArrayInputStream line = new ByteArrayInputStream(new byte[0]);

  /**
   * Makes the stream.
   *
   * @param asker returns the next line without its end, or nothing at the end of the input
   */
  StandardInput(Supplier<Optional<String>> asker) {
    this.asker = asker;
  }

  @Override
  public int read() {
    return filled().read();
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    return length == 0 ? 0 : filled().read(target, offset, length);
  }

  @Override
  public int available() {
    return line.available();
  }

  /** Returns the line that is being read, or an empty one at the end of the input. */
  private ByteArrayInputStream filled() {
    if (line.available() == 0) {
      String text = asker.get().map(answer -> answer + "\n").orElse("");
      line = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
    return line;
  }
}
