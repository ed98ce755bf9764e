package manabi.kernel;

import com.google.gson.JsonObject;
import manabi.kernel.protocol.CellEnvironment;
import manabi.kernel.protocol.KernelConnection;
import manabi.kernel.protocol.Request;
import manabi.kernel.protocol.RequestHandler;

/** Ends the process, also where a cell runs on or a shutdown hook hangs. */
record ShutdownHandler(KernelConnection connection) implements RequestHandler {
  private static final int HOOKS_MILLIS = 1_000;

  @Override
  public void handle(CellEnvironment environment, Request request) {
    JsonObject reply = new JsonObject();
    reply.addProperty("restart", request.flag("restart", false));
    environment.reply(reply);
    environment.afterwards(this::end);
  }

  private void end() {
    connection.close();
    Thread watch = new Thread(ShutdownHandler::haltSoon, "kernel end");
    watch.setDaemon(true);
    watch.start();
    System.exit(0);
  }

  private static void haltSoon() {
    try {
      Thread.sleep(HOOKS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }
}
