package manabi.kernel.protocol;

import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** The bound sockets of a connection file, over TCP or Unix domain sockets. */
final class Sockets {
  static final int LINGER_MILLIS = 500;

  private static final String LOOPBACK = "tcp://127.0.0.1";

  private final ZContext context = new ZContext();
  private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
  private final List<UnixSocketBridge> bridges = new ArrayList<>();

  Sockets(KernelConnectionProperties properties) {
    for (Channel channel : Channel.values()) {
      ZMQ.Socket socket = context.createSocket(channel.type());
      socket.setLinger(LINGER_MILLIS);
      socket.setSndHWM(0); // Replies are few and none may be lost.
      if (channel.type() == SocketType.ROUTER) {
        socket.setRouterHandover(true); // A client that connects anew takes over its name.
      }
      bind(socket, properties, channel.port(properties));
      sockets.put(channel, socket);
    }
  }

  private void bind(ZMQ.Socket socket, KernelConnectionProperties properties, int port) {
    if ("ipc".equals(properties.getTransport())) {
      Path file = Path.of(properties.getIp() + "-" + port);
      bridges.add(new UnixSocketBridge(file, socket.bindToRandomPort(LOOPBACK)));
    } else {
      socket.bind("tcp://" + properties.getIp() + ":" + port);
    }
  }

  ZMQ.Socket get(Channel channel) {
    return sockets.get(channel);
  }

  Set<Map.Entry<Channel, ZMQ.Socket>> entries() {
    return sockets.entrySet();
  }

  /**
   * Returns a selector that wakes when a socket may have changed. It does not say how: who was
   * woken receives until there is nothing more.
   */
  Selector selector() {
    try {
      Selector selector = Selector.open();
      for (ZMQ.Socket socket : sockets.values()) {
        socket.getFD().register(selector, SelectionKey.OP_READ);
      }
      return selector;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the socket files and closes the sockets when what they hold is sent. */
  void close() {
    context.close();
    bridges.forEach(UnixSocketBridge::close);
  }
}
