package manabi.kernel.comm;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import manabi.kernel.output.BundleJson;
import manabi.kernel.output.CellOutlet;

/**
 * The comms of a kernel.
 *
 * <p>A cell opens one with {@link #open} for a target that code in the client has registered. The
 * other way round, a cell names what is to happen with {@link #register}, and the client opens.
 */
public final class Comms {
  private final Map<String, Comm> open = new ConcurrentHashMap<>();
  private final Map<String, BiConsumer<Comm, Map<String, Object>>> targets =
      new ConcurrentHashMap<>();
  private final CellOutlet outlet;

  /** Makes comms whose messages to the client go through {@code outlet}. */
  public Comms(CellOutlet outlet) {
    this.outlet = outlet;
  }

  /**
   * Opens a comm to a target of the client. A client without that target closes it again.
   *
   * @param data what the target is told first
   */
  public Comm open(String target, Map<String, ?> data) {
    Comm comm = new Comm(this, UUID.randomUUID().toString(), target);
    open.put(comm.id(), comm);
    JsonObject content = content(comm.id(), data);
    content.addProperty("target_name", target);
    outlet.send("comm_open", content);
    return comm;
  }

  /**
   * Registers what is done when a client opens a comm to {@code target}.
   *
   * @param opened takes the comm and the client's first message
   */
  public void register(String target, BiConsumer<Comm, Map<String, Object>> opened) {
    targets.put(target, opened);
  }

  void send(Comm comm, Map<String, ?> data) {
    if (!open.containsKey(comm.id())) {
      throw new IllegalStateException("comm to \"" + comm.target() + "\" is closed");
    }
    outlet.send("comm_msg", content(comm.id(), data));
  }

  void close(Comm comm) {
    if (open.remove(comm.id()) != null) {
      refuse(comm.id());
    }
  }

  /** Tells the client that there is no comm of that id. */
  void refuse(String id) {
    outlet.send("comm_close", content(id, Map.of()));
  }

  private static JsonObject content(String id, Map<String, ?> data) {
    JsonObject content = new JsonObject();
    content.addProperty("comm_id", id);
    content.add("data", BundleJson.json(data));
    return content;
  }

  /** Returns what a cell has registered for a target. */
  Optional<BiConsumer<Comm, Map<String, Object>>> target(String name) {
    return Optional.ofNullable(targets.get(name));
  }

  /** Adds a comm that the client has opened. */
  Comm opened(String id, String target) {
    Comm comm = new Comm(this, id, target);
    open.put(id, comm);
    return comm;
  }

  Optional<Comm> find(String id) {
    return Optional.ofNullable(open.get(id));
  }

  /** Forgets a comm that the client has closed. */
  Optional<Comm> closed(String id) {
    return Optional.ofNullable(open.remove(id));
  }

  /** Returns the target names of the open comms by id. */
  Map<String, String> list() {
    Map<String, String> list = new TreeMap<>();
    open.forEach((id, comm) -> list.put(id, comm.target()));
    return list;
  }
}
