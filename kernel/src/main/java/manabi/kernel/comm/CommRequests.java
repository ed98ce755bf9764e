package manabi.kernel.comm;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import manabi.kernel.output.CurrentRequest;
import manabi.kernel.protocol.CellEnvironment;
import manabi.kernel.protocol.KernelConnection;
import manabi.kernel.protocol.Request;

/** Brings the clients' comm messages to the handlers that cells have registered. */
public final class CommRequests {

  /** Runs code of cells outside of a cell. */
  @FunctionalInterface
  public interface Runner {
    /**
     * Runs {@code work} so that an interrupt ends it, and prints what it throws.
     *
     * @return whether it ended well
     */
    boolean run(Runnable work);
  }

  private static final Gson GSON =
      new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

  private final Comms comms;
  private final Runner runner;

  private CommRequests(Comms comms, Runner runner) {
    this.comms = comms;
    this.runner = runner;
  }

  /** Answers the comm messages of {@code connection} from now on. */
  public static void serve(KernelConnection connection, Comms comms, Runner runner) {
    CommRequests requests = new CommRequests(comms, runner);
    connection.handle("comm_open", requests::open);
    connection.handle("comm_msg", requests::message);
    connection.handle("comm_close", requests::close);
    connection.handle("comm_info_request", requests::info);
  }

  private void open(CellEnvironment environment, Request request) {
    CurrentRequest.set(request);
    String id = request.text("comm_id", "");
    String name = request.text("target_name", "");
    Optional<BiConsumer<Comm, Map<String, Object>>> target = comms.target(name);
    if (target.isEmpty()) {
      comms.refuse(id);
      return;
    }
    Comm comm = comms.opened(id, name);
    if (!runner.run(() -> target.get().accept(comm, data(request)))) {
      comm.close();
    }
  }

  private void message(CellEnvironment environment, Request request) {
    CurrentRequest.set(request);
    comms
        .find(request.text("comm_id", ""))
        .ifPresent(comm -> runner.run(() -> comm.received(data(request))));
  }

  private void close(CellEnvironment environment, Request request) {
    CurrentRequest.set(request);
    comms
        .closed(request.text("comm_id", ""))
        .ifPresent(comm -> runner.run(() -> comm.closed(data(request))));
  }

  private void info(CellEnvironment environment, Request request) {
    String wanted = request.text("target_name", "");
    JsonObject open = new JsonObject();
    comms
        .list()
        .forEach(
            (id, target) -> {
              if (wanted.isEmpty() || wanted.equals(target)) {
                JsonObject comm = new JsonObject();
                comm.addProperty("target_name", target);
                open.add(id, comm);
              }
            });
    JsonObject reply = new JsonObject();
    reply.add("comms", open);
    environment.reply(reply);
  }

  private static Map<String, Object> data(Request request) {
    return GSON.fromJson(request.object("data"), new TypeToken<Map<String, Object>>() {}.getType());
  }
}
