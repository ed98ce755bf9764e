package manabi.kernel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;

/** {@code System.in} of cells: asks the client for each line that is read. */
final class StandardInput extends InputStream {
  private final CellServices services;
  private ByteArrayInputStream line = new ByteArrayInputStream(new byte[0]);

  StandardInput(CellServices services) {
    this.services = services;
  }

  @Override
  public int read() throws IOException {
    fill();
    return line.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    fill();
    return line.read(target, offset, length);
  }

  @Override
  public int available() {
    return line.available();
  }

  private void fill() throws IOException {
    if (line.available() == 0) {
      try {
        String text = services.input("", false) + "\n";
        line = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      } catch (IllegalStateException e) {
        throw (IOException) new InterruptedIOException(e.getMessage()).initCause(e);
      }
    }
  }
}
