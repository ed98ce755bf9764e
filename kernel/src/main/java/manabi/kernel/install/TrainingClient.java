package manabi.kernel.install;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.HMACGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/** The smallest Jupyter client: asks one thing after the other and waits for each reply. */
final class TrainingClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int LOOK_MILLIS = 200;
  private static final String DELIMITER = "<IDS|MSG>";

  private final ZContext context = new ZContext();
  private final KernelConnectionProperties connection;
  private final BooleanSupplier isAlive;
  private final ZMQ.Socket shell;
  private final ZMQ.Socket control;
  private final HMACGenerator signatures;

  /**
   * Connects to a kernel that is starting.
   *
   * @param isAlive whether it is still worth while to wait for it
   */
  TrainingClient(KernelConnectionProperties connection, BooleanSupplier isAlive)
      throws IOException {
    this.connection = connection;
    this.isAlive = isAlive;
    try {
      signatures = connection.createHMACGenerator();
    } catch (GeneralSecurityException e) {
      throw new IOException(e.getMessage(), e);
    }
    shell = socket(SocketType.DEALER, connection.getShellPort());
    control = socket(SocketType.DEALER, connection.getControlPort());
    // Nobody reads what is published, but a kernel without a reader would do less.
    socket(SocketType.SUB, connection.getIopubPort()).subscribe(ZMQ.SUBSCRIPTION_ALL);
  }

  private ZMQ.Socket socket(SocketType type, int port) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setLinger(0);
    socket.setReceiveTimeOut(LOOK_MILLIS);
    socket.connect(connection.getTransport() + "://" + connection.getIp() + ":" + port);
    return socket;
  }

  /** Asks on the shell channel and returns the content of the reply. */
  JsonObject ask(String type, JsonObject content) throws IOException {
    return ask(shell, type, content);
  }

  /** Asks the kernel to end and returns when it has agreed. */
  void shutDown() throws IOException {
    JsonObject content = new JsonObject();
    content.addProperty("restart", false);
    ask(control, "shutdown_request", content);
  }

  private JsonObject ask(ZMQ.Socket socket, String type, JsonObject content) throws IOException {
    message(type, content).send(socket);
    Instant end = Instant.now().plus(PATIENCE);
    while (isAlive.getAsBoolean() && Instant.now().isBefore(end)) {
      ZMsg reply = ZMsg.recvMsg(socket);
      if (reply != null) {
        return JsonParser.parseString(reply.peekLast().getString(ZMQ.CHARSET)).getAsJsonObject();
      }
    }
    String reason = isAlive.getAsBoolean() ? "is silent" : "has ended";
    throw new IOException("the kernel " + reason + " after " + type);
  }

  private ZMsg message(String type, JsonObject content) {
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", UUID.randomUUID().toString());
    header.addProperty("session", connection.getKey());
    header.addProperty("username", "install");
    header.addProperty("date", Instant.now().toString());
    header.addProperty("msg_type", type);
    header.addProperty("version", "5.4");
    String[] body = {header.toString(), "{}", "{}", content.toString()};
    byte[][] bytes = new byte[body.length][];
    for (int i = 0; i < body.length; i++) {
      bytes[i] = body[i].getBytes(StandardCharsets.UTF_8);
    }
    ZMsg message = new ZMsg();
    message.add(DELIMITER);
    message.add(signatures.calculateSignature(bytes));
    for (byte[] part : bytes) {
      message.add(part);
    }
    return message;
  }

  @Override
  public void close() {
    context.close();
  }
}
