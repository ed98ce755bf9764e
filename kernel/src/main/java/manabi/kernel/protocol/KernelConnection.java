package manabi.kernel.protocol;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.channels.IOPubChannel;
import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellHandler;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.HMACGenerator;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.publish.PublishStatus;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.zeromq.ZMQ;

/**
 * The connection to Jupyter clients: the base kernel's handlers on channels of our own.
 *
 * <p>The base kernel's channels sleep between two looks at a socket and end for good on a bad
 * signature. Here one thread owns the sockets and sleeps until there is something to do; requests
 * wait in queues, those of each shell apart from the control channel's, so that an interrupt is
 * handled while a cell runs.
 */
public final class KernelConnection extends JupyterConnection {
  /** The version of the protocol that is spoken. */
  public static final String PROTOCOL_VERSION = MessageCodec.PROTOCOL_VERSION;

  private static final Logger LOG = Logger.getLogger(KernelConnection.class.getName());

  private final SocketLoop sockets;
  private final MessageCodec codec;
  private final IOPubChannel outlet;
  private final Map<String, RequestHandler> handlers = new ConcurrentHashMap<>();
  private final AtomicInteger answering = new AtomicInteger();
  private final Questions questions = new Questions(this);
  private final Shells shells = new Shells(this);
  private final RequestLoop controlRequests =
      new RequestLoop("kernel control", this, Channel.CONTROL);

  /**
   * Binds the ports of a connection file.
   *
   * @throws NoSuchAlgorithmException if the file's signature scheme is unknown to this JVM
   * @throws InvalidKeyException if the file's key does not fit the scheme
   */
  public KernelConnection(KernelConnectionProperties properties)
      throws NoSuchAlgorithmException, InvalidKeyException {
    super(properties);
    super.close(); // The base kernel's sockets are never bound.
    String key = Objects.requireNonNullElse(properties.getKey(), "");
    codec = new MessageCodec(new Signatures(properties.getSignatureScheme(), key));
    outlet = new Outlet(properties.createHMACGenerator());
    sockets = new SocketLoop(properties, this::receive);
  }

  /** Begins to serve requests and says that the kernel is starting. */
  @Override
  public void connect() {
    sockets.start();
    publish(new Message<>(null, PublishStatus.MESSAGE_TYPE, PublishStatus.STARTING));
    new Rehearsal(codec, () -> answering.get() > 0).start();
  }

  private void receive(Channel channel, List<byte[]> frames) {
    if (channel == Channel.IOPUB) {
      subscriptionChanged(frames.get(0));
      return;
    }
    try {
      Request request = codec.decode(frames);
      switch (channel) {
        case SHELL -> shells.add(request);
        case CONTROL -> controlRequests.add(request);
        default -> questions.answered(request);
      }
    } catch (MalformedMessage e) {
      LOG.log(
          Level.WARNING, "dropped a message on {0}: {1}", new Object[] {channel, e.getMessage()});
    }
  }

  /** Welcomes a new subscriber, so that it knows that it misses nothing from now on. */
  private void subscriptionChanged(byte[] subscription) {
    if (subscription.length > 0 && subscription[0] == 1) {
      String topic = new String(subscription, 1, subscription.length - 1, StandardCharsets.UTF_8);
      JsonObject content = new JsonObject();
      content.addProperty("subscription", topic);
      List<byte[]> frames = codec.encode("iopub_welcome", message(null, content)).frames();
      frames.add(0, Arrays.copyOfRange(subscription, 1, subscription.length));
      sockets.send(Channel.IOPUB, frames);
    }
  }

  /** Sends a message to every client. */
  public void publish(Message<?> message) {
    send(Channel.IOPUB, message.getHeader().getType().getName(), message);
  }

  /** Sends {@code content} to every client as a message of type {@code typeName}. */
  public void publish(MessageContext parent, String typeName, JsonObject content) {
    send(Channel.IOPUB, typeName, message(parent, content));
  }

  /** Sends a message and returns its id. */
  String send(Channel channel, String typeName, Message<?> message) {
    MessageCodec.Encoded encoded = codec.encode(typeName, message);
    List<byte[]> frames = encoded.frames();
    if (channel == Channel.IOPUB) {
      // Identities address one client; subscribers filter by topic instead.
      frames = frames.subList(message.getIdentities().size(), frames.size());
      frames.add(0, typeName.getBytes(StandardCharsets.UTF_8));
    }
    sockets.send(channel, frames);
    return encoded.id();
  }

  /** Returns when the clients are not too far behind; what may publish without end calls it. */
  public void awaitReaders() throws InterruptedException {
    sockets.awaitReaders();
  }

  static Message<Object> message(MessageContext parent, JsonObject content) {
    return new Message<>(parent, MessageType.UNKNOWN, content);
  }

  /**
   * Asks the client that sent {@code cell} for a line of input and waits for it.
   *
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public String input(Request cell, String prompt, boolean password) throws InterruptedException {
    return questions.ask(cell, prompt, password);
  }

  /** Notes that a request is being handled, until {@link #answered}. */
  void answering() {
    answering.incrementAndGet();
  }

  void answered() {
    answering.decrementAndGet();
  }

  /** Registers a handler for a request that the base kernel has a type for. */
  public void handle(MessageType<?> type, RequestHandler handler) {
    handle(type.getName(), handler);
  }

  /** Registers a handler for the requests of a type. */
  public void handle(String typeName, RequestHandler handler) {
    handlers.put(typeName, handler);
  }

  /** Returns the handler of a request, the base kernel's where there is no other, or null. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // The base kernel keeps handlers by message type.
  RequestHandler handler(Request request) {
    RequestHandler own = handlers.get(request.typeName());
    ShellHandler base = getHandler(request.getHeader().getType());
    return own != null || base == null ? own : (env, message) -> base.handle(env, message);
  }

  /**
   * Notes an interrupt: the cells that wait in any shell and arrived before it are aborted.
   *
   * @param nanos when it came, on the clock of {@link System#nanoTime()}
   */
  public void interrupted(long nanos) {
    shells.interrupted(nanos);
  }

  @Override
  public IOPubChannel getIOPub() {
    return outlet;
  }

  /** Sends what is left and closes the sockets. */
  @Override
  public void close() {
    sockets.close();
  }

  /** The way of the base kernel's comms to the clients: a channel without a socket in use. */
  private final class Outlet extends IOPubChannel {
    Outlet(HMACGenerator signatures) {
      this(ZMQ.context(0), signatures);
    }

    private Outlet(ZMQ.Context context, HMACGenerator signatures) {
      super(context, signatures);
      close();
      context.close();
    }

    @Override
    public synchronized void sendMessage(Message<?> message) {
      publish(message);
    }
  }
}
