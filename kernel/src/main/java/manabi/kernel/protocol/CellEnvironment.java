package manabi.kernel.protocol;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.messages.Message;
import java.util.ArrayDeque;
import java.util.Deque;

/** The answers to one request: a reply to its client and messages to all clients. */
public final class CellEnvironment extends ShellReplyEnvironment {
  private final KernelConnection connection;
  private final Channel channel;
  private final RequestLoop loop;
  private final Request request;
  private final Deque<Runnable> deferred = new ArrayDeque<>();
  private boolean deferNext;
  private boolean replied;
  private Runnable last = () -> {};

  CellEnvironment(KernelConnection connection, Channel channel, RequestLoop loop, Request request) {
    super(null, null, null, request);
    this.connection = connection;
    this.channel = channel;
    this.loop = loop;
    this.request = request;
  }

  /** Sends the reply, under the request's name with {@code _reply}. */
  public void reply(JsonObject content) {
    replied = true;
    connection.send(channel, replyName(), KernelConnection.message(request, content));
  }

  /** Publishes {@code content} to all clients as a message of type {@code typeName}. */
  public void publish(String typeName, JsonObject content) {
    connection.publish(request, typeName, content);
  }

  /** Aborts the cells that wait for the shell of this request. */
  public void abortQueued() {
    loop.abortQueued();
  }

  /** Returns whether an interrupt came since the request has arrived. */
  public boolean isInterrupted() {
    return loop.isInterrupted(request);
  }

  /** Does {@code action} when the request has been answered and the kernel is idle again. */
  public void afterwards(Runnable action) {
    last = action;
  }

  private String replyName() {
    return request.typeName().replaceFirst("_request$", "_reply");
  }

  boolean hasReplied() {
    return replied;
  }

  void finish() {
    last.run();
  }

  @Override
  public void publish(Message<?> message) {
    later(() -> connection.publish(message));
  }

  @Override
  public void reply(Message<?> message) {
    replied = true;
    later(() -> connection.send(channel, replyName(), message));
  }

  private void later(Runnable sending) {
    if (deferNext) {
      deferNext = false;
      deferred.push(sending);
    } else {
      sending.run();
    }
  }

  @Override
  public ShellReplyEnvironment defer() {
    deferNext = true;
    return this;
  }

  @Override
  public void defer(Runnable action) {
    deferred.push(action);
  }

  @Override
  public void resolveDeferrals() {
    deferNext = false;
    while (!deferred.isEmpty()) {
      deferred.pop().run();
    }
  }

  /** Does nothing: busy and idle are sent around every request, whatever its handler does. */
  @Override
  public void setBusyDeferIdle() {}
}
