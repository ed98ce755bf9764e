package manabi.kernel.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A Unix domain socket in front of a port of this machine: bytes are passed on both ways. JeroMQ
 * has no Unix domain sockets, and ZeroMQ's protocol is a stream of bytes whatever carries it.
 */
final class UnixSocketBridge {
  private static final Logger LOG = Logger.getLogger(UnixSocketBridge.class.getName());
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final InetSocketAddress target;
  private final ServerSocketChannel server;

  /** Makes the socket file, in place of one that a killed kernel left, and begins to serve it. */
  UnixSocketBridge(Path file, int port) {
    this.file = file;
    this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      Files.deleteIfExists(file);
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the socket file " + file, e);
    }
    start("kernel " + file.getFileName(), this::accept);
  }

  private void accept() throws IOException {
    while (true) {
      SocketChannel client = server.accept();
      SocketChannel inner = SocketChannel.open(target);
      inner.setOption(StandardSocketOptions.TCP_NODELAY, true);
      start("kernel bytes in", () -> copy(client, inner));
      start("kernel bytes out", () -> copy(inner, client));
    }
  }

  private static void copy(SocketChannel source, SocketChannel target) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    try (source;
        target) {
      while (source.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          target.write(buffer);
        }
        buffer.clear();
      }
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static void start(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (ClosedChannelException e) {
                LOG.log(Level.FINEST, "closed", e);
              } catch (IOException e) {
                LOG.log(Level.FINE, "connection lost", e);
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes no more clients and removes the socket file. */
  void close() {
    try {
      server.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "cannot remove the socket file " + file, e);
    }
  }
}
