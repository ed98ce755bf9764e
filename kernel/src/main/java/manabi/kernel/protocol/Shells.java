package manabi.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;

/**
 * The main shell and the subshells of Jupyter's enhancement proposal 91: each handles its requests
 * one after the other while the others run.
 */
final class Shells {
  private final KernelConnection connection;
  private final RequestLoop main;
  private final Map<String, RequestLoop> subshells = new ConcurrentHashMap<>();

  Shells(KernelConnection connection) {
    this.connection = connection;
    this.main = new RequestLoop("kernel main", connection, Channel.SHELL);
    connection.handle("create_subshell_request", this::create);
    connection.handle("delete_subshell_request", this::delete);
    connection.handle("list_subshell_request", this::list);
  }

  /** Hands a request to the shell that its header names. */
  void add(Request request) {
    String id = request.subshellId();
    RequestLoop shell = id.isEmpty() ? main : subshells.get(id);
    try {
      if (shell != null) {
        shell.add(request);
        return;
      }
    } catch (RejectedExecutionException deleted) {
      // Since it was looked up.
    }
    main.reject(request, "UnknownSubshell", unknown(id));
  }

  private static String unknown(String id) {
    return "there is no subshell \"" + id + "\"; list_subshell_request lists those there are";
  }

  private void create(CellEnvironment environment, Request request) {
    String id = UUID.randomUUID().toString();
    subshells.put(id, new RequestLoop("kernel subshell " + id, connection, Channel.SHELL));
    JsonObject reply = new JsonObject();
    reply.addProperty("subshell_id", id);
    environment.reply(reply);
  }

  /** Aborts the cells that wait for the subshell; the one that runs may end and is answered. */
  private void delete(CellEnvironment environment, Request request) {
    String id = request.text("subshell_id", "");
    RequestLoop subshell = subshells.remove(id);
    if (subshell == null) {
      throw new NoSuchElementException(unknown(id));
    }
    subshell.end();
    environment.reply(new JsonObject());
  }

  private void list(CellEnvironment environment, Request request) {
    JsonArray ids = new JsonArray();
    subshells.keySet().forEach(ids::add);
    JsonObject reply = new JsonObject();
    reply.add("subshell_id", ids);
    environment.reply(reply);
  }

  /** Notes an interrupt, which counts for every shell. */
  void interrupted(long nanos) {
    main.interrupted(nanos);
    subshells.values().forEach(subshell -> subshell.interrupted(nanos));
  }
}
