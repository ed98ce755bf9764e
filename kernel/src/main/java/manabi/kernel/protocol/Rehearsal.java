package manabi.kernel.protocol;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * What makes the first messages as fast as the later ones: requests and answers over sockets of its
 * own, in the background, until the JVM has compiled what every message passes through. It pauses
 * while the kernel answers something.
 */
final class Rehearsal extends Thread {
  private static final Logger LOG = Logger.getLogger(Rehearsal.class.getName());
  private static final int AFTER_MILLIS = 1_000;
  private static final int PAUSE_MILLIS = 50;
  private static final int PATIENCE_MILLIS = 1_000;
  private static final int ROUNDS = 400;

  private final MessageCodec codec;
  private final BooleanSupplier isBusy;

  Rehearsal(MessageCodec codec, BooleanSupplier isBusy) {
    super("kernel rehearsal");
    this.codec = codec;
    this.isBusy = isBusy;
    setDaemon(true);
  }

  @Override
  public void run() {
    try {
      Thread.sleep(AFTER_MILLIS);
      play();
    } catch (InterruptedException | MalformedMessage | RuntimeException e) {
      LOG.log(Level.FINE, "not rehearsed", e);
    }
  }

  private void play() throws InterruptedException, MalformedMessage {
    try (ZContext context = new ZContext()) {
      ZMQ.Socket shell = bound(context, SocketType.ROUTER);
      ZMQ.Socket client = connected(context, SocketType.DEALER, shell);
      ZMQ.Socket outlet = bound(context, SocketType.XPUB);
      ZMQ.Socket subscriber = connected(context, SocketType.SUB, outlet);
      subscriber.subscribe(ZMQ.SUBSCRIPTION_ALL);
      receive(outlet);
      for (int round = 0; round < ROUNDS; round++) {
        while (isBusy.getAsBoolean()) {
          Thread.sleep(PAUSE_MILLIS);
        }
        exchange(client, shell, outlet, subscriber);
      }
    }
  }

  private void exchange(
      ZMQ.Socket client, ZMQ.Socket shell, ZMQ.Socket outlet, ZMQ.Socket subscriber)
      throws MalformedMessage {
    send(
        client,
        codec.encode("execute_request", KernelConnection.message(null, content())).frames());
    Request request = codec.decode(receive(shell));
    for (String type : List.of("status", "execute_input", "status")) {
      List<byte[]> frames =
          codec.encode(type, KernelConnection.message(request, content())).frames();
      frames.set(0, type.getBytes(StandardCharsets.UTF_8));
      send(outlet, frames);
      receive(subscriber);
    }
    send(
        shell,
        codec.encode("execute_reply", KernelConnection.message(request, content())).frames());
    receive(client);
  }

  private static JsonObject content() {
    JsonObject content = new JsonObject();
    content.addProperty("code", "int rehearsal = 1;");
    content.addProperty("silent", false);
    content.add("user_expressions", new JsonObject());
    return content;
  }

  private static ZMQ.Socket bound(ZContext context, SocketType type) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setReceiveTimeOut(PATIENCE_MILLIS);
    socket.bind("tcp://127.0.0.1:*");
    return socket;
  }

  private static ZMQ.Socket connected(ZContext context, SocketType type, ZMQ.Socket to) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setReceiveTimeOut(PATIENCE_MILLIS);
    socket.connect(to.getLastEndpoint());
    return socket;
  }

  private static void send(ZMQ.Socket socket, List<byte[]> frames) {
    int last = frames.size() - 1;
    for (int i = 0; i <= last; i++) {
      socket.send(frames.get(i), i < last ? ZMQ.SNDMORE : 0);
    }
  }

  private static List<byte[]> receive(ZMQ.Socket socket) {
    List<byte[]> frames = new ArrayList<>();
    do {
      byte[] frame = socket.recv();
      if (frame == null) {
        throw new IllegalStateException("no answer within " + PATIENCE_MILLIS + " ms");
      }
      frames.add(frame);
    } while (socket.hasReceiveMore());
    return frames;
  }
}
