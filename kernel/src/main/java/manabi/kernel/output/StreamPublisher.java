package manabi.kernel.output;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.messages.MessageContext;
import java.util.Optional;
import manabi.kernel.protocol.KernelConnection;

/** Publishes printed text as stream messages. */
public record StreamPublisher(KernelConnection connection) implements OutputBatcher.Sink {
  @Override
  public void send(Optional<MessageContext> parent, String stream, String text) {
    JsonObject content = new JsonObject();
    content.addProperty("name", stream);
    content.addProperty("text", text);
    CellOutlet.publish(connection, parent, "stream", content);
  }
}
