package manabi.kernel.output;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.messages.MessageContext;
import java.util.Optional;
import manabi.kernel.protocol.KernelConnection;

/** The way of what a cell shows, apart from printed text, to every client. */
public record CellOutlet(KernelConnection connection, OutputBatcher printed) {

  /**
   * Publishes a message below the cell that this thread works for, after what was printed before,
   * and waits while the clients are far behind.
   */
  public void send(String type, JsonObject content) {
    printed.flush();
    publish(connection, CurrentRequest.get(), type, content);
  }

  static void publish(
      KernelConnection connection,
      Optional<MessageContext> parent,
      String type,
      JsonObject content) {
    connection.publish(parent.orElse(null), type, content);
    try {
      connection.awaitReaders();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The cell ends now and publishes no more.
    }
  }
}
