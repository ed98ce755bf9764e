package manabi.kernel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import manabi.kernel.display.MimeBundle;
import manabi.kernel.display.ValueRenderers;
import manabi.kernel.output.ClientDisplay;
import manabi.kernel.output.CurrentRequest;
import manabi.kernel.output.OutputBatcher;
import manabi.kernel.protocol.KernelConnection;
import manabi.kernel.protocol.Request;

/** What the calls of cells are done with. */
final class CellServices {
  private final KernelConnection connection;
  private final OutputBatcher output;
  private final ValueRenderers renderers;
  private final ClientDisplay display;

  CellServices(
      KernelConnection connection,
      OutputBatcher output,
      ValueRenderers renderers,
      ClientDisplay display) {
    this.connection = connection;
    this.output = output;
    this.renderers = renderers;
    this.display = display;
  }

  MimeBundle render(Object value, List<String> mimeTypes) {
    return renderers.render(value, mimeTypes);
  }

  String show(MimeBundle bundle) {
    return display.show(bundle);
  }

  void update(String displayId, MimeBundle bundle) {
    display.update(displayId, bundle);
  }

  void clearOutput(boolean wait) {
    display.clear(wait);
  }

  String input(String prompt, boolean password) {
    Request cell =
        CurrentRequest.get()
            .filter(Request.class::isInstance)
            .map(Request.class::cast)
            .orElseThrow(() -> new IllegalStateException("input needs a running cell"));
    if (!cell.flag("allow_stdin", true)) {
      throw new IllegalStateException("this client does not allow input");
    }
    output.flush();
    try {
      return connection.input(cell, prompt, password);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("input was interrupted", e);
    }
  }

  /** Returns {@code System.in} of cells: asks the client for each line that is read. */
  InputStream standardInput() {
    return new InputStream() {
      private ByteArrayInputStream line = new ByteArrayInputStream(new byte[0]);

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
            String text = input("", false) + "\n";
            line = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
          } catch (IllegalStateException e) {
            throw (IOException) new InterruptedIOException(e.getMessage()).initCause(e);
          }
        }
      }
    };
  }
}
