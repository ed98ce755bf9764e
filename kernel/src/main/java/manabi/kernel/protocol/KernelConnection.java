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
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import manabi.kernel.protocol.SocketLoop.Channel;
import org.zeromq.ZMQ;

/**
 * The connection to Jupyter clients: the base kernel's handlers on channels of our own.
 *
 * <p>The base kernel's channels sleep between two looks at a socket and end for good on a bad
 * signature. Here one thread owns the sockets and sleeps until there is something to do; requests
 * wait in queues, the shell's apart from the control channel's, so that an interrupt is handled
 * while a cell runs.
 */
public final class KernelConnection extends JupyterConnection {
  /** The version of the protocol that is spoken. */
  public static final String PROTOCOL_VERSION = MessageCodec.PROTOCOL_VERSION;

  private static final Logger LOG = Logger.getLogger(KernelConnection.class.getName());

  private final SocketLoop sockets;
  private final MessageCodec codec;
  private final IOPubChannel outlet;
  private final BlockingQueue<Request> inputs = new LinkedBlockingQueue<>();
  private final RequestLoop shellRequests = new RequestLoop("kernel main", this, Channel.SHELL);
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
    HMACGenerator signatures = properties.createHMACGenerator();
    codec = new MessageCodec(signatures);
    outlet = new Outlet(signatures);
    sockets = new SocketLoop(properties, this::receive);
  }

  /** Begins to serve requests and says that the kernel is starting. */
  @Override
  public void connect() {
    sockets.start();
    shellRequests.start();
    controlRequests.start();
    publish(new Message<>(null, PublishStatus.MESSAGE_TYPE, PublishStatus.STARTING));
  }

  private void receive(Channel channel, List<byte[]> frames) {
    if (channel == Channel.IOPUB) {
      subscriptionChanged(frames.get(0));
      return;
    }
    try {
      Request request = codec.decode(frames);
      switch (channel) {
        case SHELL -> shellRequests.add(request);
        case CONTROL -> controlRequests.add(request);
        default -> inputs.add(request);
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
      send(Channel.IOPUB, "iopub_welcome", message(null, content));
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

  void send(Channel channel, String typeName, Message<?> message) {
    List<byte[]> frames = codec.encode(typeName, message);
    if (channel == Channel.IOPUB) {
      // Identities address one client; subscribers filter by topic instead.
      frames = frames.subList(message.getIdentities().size(), frames.size());
      frames.add(0, typeName.getBytes(StandardCharsets.UTF_8));
    }
    sockets.send(channel, frames);
  }

  static Message<Object> message(MessageContext parent, JsonObject content) {
    return new Message<>(parent, MessageType.UNKNOWN, content);
  }

  /**
   * Asks the client of {@code parent} for a line of input and waits for it.
   *
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public String input(MessageContext parent, String prompt, boolean password)
      throws InterruptedException {
    inputs.clear(); // Answers to questions that were interrupted.
    JsonObject question = new JsonObject();
    question.addProperty("prompt", prompt);
    question.addProperty("password", password);
    send(Channel.STDIN, "input_request", message(parent, question));
    return inputs.take().text("value", "");
  }

  /** Registers a handler for a request that the base kernel has a type for. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // Handlers take the request whatever its type.
  public void handle(MessageType<?> type, RequestHandler handler) {
    setHandler(
        (MessageType) type,
        (ShellHandler) (env, message) -> handler.handle((CellEnvironment) env, (Request) message));
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
