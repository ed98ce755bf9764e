package manabi.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.channels.ShellHandler;
import io.github.spencerpark.jupyter.messages.publish.PublishStatus;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import manabi.kernel.protocol.SocketLoop.Channel;

/** Handles the requests of one channel one after the other, whatever a handler throws. */
final class RequestLoop implements Runnable {
  private static final Logger LOG = Logger.getLogger(RequestLoop.class.getName());

  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final KernelConnection connection;
  private final Channel channel;
  private final Thread thread;

  RequestLoop(String name, KernelConnection connection, Channel channel) {
    this.connection = connection;
    this.channel = channel;
    this.thread = new Thread(this, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void add(Request request) {
    requests.add(request);
  }

  @Override
  public void run() {
    while (true) {
      try {
        handle(requests.take());
      } catch (Throwable e) {
        // Also errors and interrupts: without this loop the kernel would be dead.
        LOG.log(Level.WARNING, "request failed", e);
      }
    }
  }

  private void handle(Request request) {
    CellEnvironment environment = new CellEnvironment(connection, channel, request);
    environment.publish(PublishStatus.BUSY);
    try {
      answer(environment, request);
    } catch (Throwable e) {
      LOG.log(Level.WARNING, request.typeName() + " failed", e);
      replyError(
          environment, request, e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
    } finally {
      environment.resolveDeferrals();
      environment.publish(PublishStatus.IDLE);
      environment.finish();
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // The base kernel keeps handlers by message type.
  private void answer(CellEnvironment environment, Request request) {
    ShellHandler handler = connection.getHandler(request.getHeader().getType());
    if (handler == null) {
      LOG.log(Level.WARNING, "no handler for {0}", request.typeName());
    } else if (!request.fault().isEmpty()) {
      replyError(environment, request, "MalformedRequest", request.fault());
    } else {
      handler.handle(environment, request);
    }
  }

  private static void replyError(
      CellEnvironment environment, Request request, String name, String message) {
    if (!request.typeName().endsWith("_request") || environment.hasReplied()) {
      return;
    }
    JsonObject reply = new JsonObject();
    reply.addProperty("status", "error");
    reply.addProperty("ename", name);
    reply.addProperty("evalue", message);
    reply.add("traceback", new JsonArray());
    environment.reply(reply);
  }
}
