package manabi.kernel.comm;

import java.util.Map;
import java.util.function.Consumer;

/**
 * One open line between a cell's code and code in the client. Messages are maps of texts, numbers,
 * booleans, lists and maps.
 */
public final class Comm {
  private final Comms comms;
  private final String id;
  private final String target;
  private volatile Consumer<Map<String, Object>> messageHandler = data -> {};
  private volatile Consumer<Map<String, Object>> closeHandler = data -> {};

  Comm(Comms comms, String id, String target) {
    this.comms = comms;
    this.id = id;
    this.target = target;
  }

  /** Returns the id that both sides know the comm by. */
  public String id() {
    return id;
  }

  /** Returns the name of the target that it was opened for. */
  public String target() {
    return target;
  }

  /**
   * Sends a message to the client.
   *
   * @throws IllegalStateException if the comm is closed
   */
  public void send(Map<String, ?> data) {
    comms.send(this, data);
  }

  /** Calls {@code handler} with every message of the client from now on, when no cell runs. */
  public void onMessage(Consumer<Map<String, Object>> handler) {
    messageHandler = handler;
  }

  /** Calls {@code handler} with the client's last words when the client closes the comm. */
  public void onClose(Consumer<Map<String, Object>> handler) {
    closeHandler = handler;
  }

  /** Closes the comm on both sides; does nothing if it is closed. */
  public void close() {
    comms.close(this);
  }

  void received(Map<String, Object> data) {
    messageHandler.accept(data);
  }

  void closed(Map<String, Object> data) {
    closeHandler.accept(data);
  }
}
