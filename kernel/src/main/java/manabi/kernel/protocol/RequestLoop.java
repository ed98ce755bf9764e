package manabi.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.messages.publish.PublishStatus;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Handles the requests of one shell, or of the control channel, one after the other, whatever a
 * handler throws. Cells that wait are aborted when one before them fails or is interrupted.
 */
final class RequestLoop {
  private static final Logger LOG = Logger.getLogger(RequestLoop.class.getName());

  private final KernelConnection connection;
  private final Channel channel;
  private final ExecutorService requests;
  private volatile long abortBefore = System.nanoTime();
  private volatile long interruptedAt = abortBefore;

  RequestLoop(String name, KernelConnection connection, Channel channel) {
    this.connection = connection;
    this.channel = channel;
    this.requests =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Handles a request after those that wait.
   *
   * @throws java.util.concurrent.RejectedExecutionException if the loop was ended
   */
  void add(Request request) {
    requests.execute(() -> handle(request));
  }

  /** Aborts the cells that wait and ends when the running one has ended. */
  void end() {
    abortQueued();
    requests.shutdown();
  }

  /** Aborts the cells that have arrived until now and wait. */
  void abortQueued() {
    abortBefore = System.nanoTime();
  }

  /** Notes an interrupt: it counts for the cell that runs and for those that wait at that time. */
  void interrupted(long nanos) {
    interruptedAt = nanos;
    if (nanos - abortBefore > 0) {
      abortBefore = nanos;
    }
  }

  /** Returns whether an interrupt came since a request has arrived. */
  boolean isInterrupted(Request request) {
    return request.arrivedBefore(interruptedAt);
  }

  private void handle(Request request) {
    connection.answering();
    try {
      answer(request, environment -> dispatch(environment, request));
    } finally {
      connection.answered();
    }
  }

  /** Refuses a request with an error, on the thread that calls. */
  void reject(Request request, String name, String message) {
    answer(request, environment -> replyError(environment, request, name, message));
  }

  @FunctionalInterface
  private interface Answer {
    void to(CellEnvironment environment);
  }

  private void answer(Request request, Answer answer) {
    CellEnvironment environment = new CellEnvironment(connection, channel, this, request);
    environment.publish(PublishStatus.BUSY);
    try {
      answer.to(environment);
    } catch (Throwable e) {
      // Also errors and interrupts: without this loop the kernel would be dead.
      LOG.log(Level.WARNING, request.typeName() + " failed", e);
      replyError(
          environment, request, e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
    } finally {
      environment.resolveDeferrals();
      environment.publish(PublishStatus.IDLE);
      environment.finish();
    }
  }

  private void dispatch(CellEnvironment environment, Request request) {
    RequestHandler handler = connection.handler(request);
    if (request.typeName().equals("execute_request") && request.arrivedBefore(abortBefore)) {
      JsonObject reply = new JsonObject();
      reply.addProperty("status", "aborted");
      environment.reply(reply);
    } else if (handler == null) {
      LOG.log(Level.WARNING, "no handler for {0}", request.typeName());
      replyError(
          environment,
          request,
          "UnknownRequest",
          "this kernel does not know " + request.typeName());
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
