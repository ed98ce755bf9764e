package manabi.kernel.protocol;

import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import zmq.ZError;

/**
 * One thread that owns every socket, because ZeroMQ sockets belong to one thread: it sleeps until a
 * client sends something or another thread has put something into the outbox.
 */
final class SocketLoop implements Runnable {
  /** The channels of a Jupyter kernel. */
  enum Channel {
    SHELL(SocketType.ROUTER),
    CONTROL(SocketType.ROUTER),
    STDIN(SocketType.ROUTER),
    IOPUB(SocketType.XPUB),
    HEARTBEAT(SocketType.ROUTER);

    private final SocketType type;

    Channel(SocketType type) {
      this.type = type;
    }

    private int port(KernelConnectionProperties properties) {
      return switch (this) {
        case SHELL -> properties.getShellPort();
        case CONTROL -> properties.getControlPort();
        case STDIN -> properties.getStdinPort();
        case IOPUB -> properties.getIopubPort();
        case HEARTBEAT -> properties.getHbPort();
      };
    }
  }

  private record Outgoing(Channel channel, List<byte[]> frames) {}

  private static final Logger LOG = Logger.getLogger(SocketLoop.class.getName());
  private static final int LINGER_MILLIS = 1_000;

  private final ZContext context = new ZContext();
  private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
  private final Queue<Outgoing> outbox = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean wakePending = new AtomicBoolean();
  private final Pipe wake;
  private final BiConsumer<Channel, List<byte[]>> receiver;
  private final Thread thread = new Thread(this, "kernel sockets");
  private volatile boolean closing;

  /**
   * Binds the sockets; {@link #start} begins to serve them.
   *
   * @param receiver takes what arrives, on the loop's thread
   */
  SocketLoop(KernelConnectionProperties properties, BiConsumer<Channel, List<byte[]>> receiver) {
    this.receiver = receiver;
    try {
      wake = Pipe.open();
      wake.source().configureBlocking(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Channel channel : Channel.values()) {
      ZMQ.Socket socket = context.createSocket(channel.type);
      socket.setLinger(LINGER_MILLIS);
      // A slow reader must not lose messages: the idle status after a flood is one of them.
      socket.setSndHWM(0);
      socket.bind(address(properties, channel.port(properties)));
      sockets.put(channel, socket);
    }
    thread.setDaemon(true);
  }

  private static String address(KernelConnectionProperties properties, int port) {
    String transport = properties.getTransport();
    String separator = transport.equals("ipc") ? "-" : ":";
    return transport + "://" + properties.getIp() + separator + port;
  }

  void start() {
    thread.start();
  }

  /** Sends frames in the order of the calls; may be called from every thread. */
  void send(Channel channel, List<byte[]> frames) {
    outbox.add(new Outgoing(channel, frames));
    wake();
  }

  private void wake() {
    if (wakePending.compareAndSet(false, true)) {
      try {
        wake.sink().write(ByteBuffer.wrap(new byte[1]));
      } catch (IOException e) {
        LOG.log(Level.WARNING, "cannot wake the socket loop", e);
      }
    }
  }

  /** Sends what is left and closes the sockets; returns when that is done. */
  void close() {
    closing = true;
    wakePending.set(false);
    wake();
    try {
      thread.join(LINGER_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    try (ZMQ.Poller poller = context.createPoller(sockets.size() + 1)) {
      sockets.values().forEach(socket -> poller.register(socket, ZMQ.Poller.POLLIN));
      poller.register(wake.source(), ZMQ.Poller.POLLIN);
      while (!closing) {
        poller.poll(-1);
        // Nothing that goes wrong with one message may end the loop: the kernel would be deaf.
        try {
          drainWake();
          sendAll();
          receiveAll();
        } catch (Throwable e) {
          LOG.log(Level.WARNING, "message lost", e);
        }
      }
      sendAll();
    } finally {
      context.close();
    }
  }

  private void drainWake() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(16);
    while (wake.source().read(bytes) > 0) {
      bytes.clear();
    }
    wakePending.set(false);
  }

  private void sendAll() {
    for (Outgoing next = outbox.poll(); next != null; next = outbox.poll()) {
      ZMQ.Socket socket = sockets.get(next.channel());
      int last = next.frames().size() - 1;
      for (int i = 0; i <= last; i++) {
        socket.send(next.frames().get(i), i < last ? ZMQ.SNDMORE : 0);
      }
    }
  }

  private void receiveAll() {
    for (Map.Entry<Channel, ZMQ.Socket> entry : sockets.entrySet()) {
      for (List<byte[]> frames = receive(entry.getValue());
          !frames.isEmpty();
          frames = receive(entry.getValue())) {
        accept(entry.getKey(), frames);
      }
    }
  }

  private void accept(Channel channel, List<byte[]> frames) {
    if (channel == Channel.HEARTBEAT) {
      outbox.add(new Outgoing(channel, frames));
      sendAll();
      return;
    }
    try {
      receiver.accept(channel, frames);
    } catch (Throwable e) {
      LOG.log(Level.WARNING, "message lost on " + channel, e);
    }
  }

  private static List<byte[]> receive(ZMQ.Socket socket) {
    List<byte[]> frames = new ArrayList<>();
    byte[] frame = socket.recv(ZMQ.DONTWAIT);
    while (frame != null) {
      frames.add(frame);
      frame = socket.hasReceiveMore() ? socket.recv() : null;
    }
    if (frames.isEmpty() && socket.errno() != ZError.EAGAIN) {
      LOG.log(Level.FINE, "receive failed with {0}", socket.errno());
    }
    return frames;
  }
}
