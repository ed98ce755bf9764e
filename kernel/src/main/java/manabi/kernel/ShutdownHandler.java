package manabi.kernel;

import com.google.gson.JsonObject;
import manabi.kernel.protocol.CellEnvironment;
import manabi.kernel.protocol.KernelConnection;
import manabi.kernel.protocol.Request;
import manabi.kernel.protocol.RequestHandler;

/**
 * Ends the process, also where a cell runs on or a shutdown hook hangs. Whatever ends it, a request
 * or a signal, clients are told, what is pending is sent and socket files are removed.
 */
final class ShutdownHandler implements RequestHandler {
  private static final int END_MILLIS = 1_500;

  private final KernelConnection connection;
  private final History history;
  private volatile boolean announced;

  ShutdownHandler(KernelConnection connection, History history) {
    this.connection = connection;
    this.history = history;
  }

  /** Has the end of this JVM end the kernel in good order. */
  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "kernel end"));
  }

  @Override
  public void handle(CellEnvironment environment, Request request) {
    JsonObject reply = ending(request.flag("restart", false));
    environment.reply(reply);
    environment.publish("shutdown_reply", reply);
    announced = true;
    environment.afterwards(() -> System.exit(0));
  }

  private static JsonObject ending(boolean restart) {
    JsonObject content = new JsonObject();
    content.addProperty("status", "ok");
    content.addProperty("restart", restart);
    return content;
  }

  private void end() {
    Thread watch = new Thread(ShutdownHandler::haltSoon, "kernel watch");
    watch.setDaemon(true);
    watch.start();
    if (!announced) {
      connection.publish(null, "shutdown_reply", ending(false));
    }
    history.close();
    connection.close();
  }

  private static void haltSoon() {
    try {
      Thread.sleep(END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }
}
