package manabi.kernel.protocol;

import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.zeromq.ZMQ;
import zmq.ZError;

/**
 * One thread that owns every socket, because ZeroMQ sockets belong to one thread: it sleeps until a
 * client sends something or another thread has put something into the outbox.
 */
final class SocketLoop implements Runnable {
  private record Reply(Channel channel, List<byte[]> frames) {}

  private static final Logger LOG = Logger.getLogger(SocketLoop.class.getName());
  private static final int RETRY_MILLIS = 10;

  private final Sockets sockets;
  private final Publisher publisher;
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final Selector selector;
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
    sockets = new Sockets(properties);
    selector = sockets.selector();
    publisher = new Publisher(sockets.get(Channel.IOPUB), Publisher.PATIENCE);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Sends frames in the order of the calls; may be called from every thread. */
  void send(Channel channel, List<byte[]> frames) {
    if (channel == Channel.IOPUB) {
      publisher.add(frames);
    } else {
      replies.add(new Reply(channel, frames));
    }
    selector.wakeup(); // An interrupt of the thread that calls does no harm here.
  }

  /** Returns when the clients are not too far behind. */
  void awaitReaders() throws InterruptedException {
    publisher.awaitRoom();
  }

  /** Sends what is left and closes the sockets; returns when that is done. */
  void close() {
    closing = true;
    selector.wakeup();
    try {
      thread.join(2L * Sockets.LINGER_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    try {
      boolean allSent = true;
      while (!closing) {
        // Nothing that goes wrong with one message may end the loop: the kernel would be deaf.
        try {
          selector.select(allSent ? 0 : RETRY_MILLIS); // 0 waits as long as it takes.
          selector.selectedKeys().clear();
          allSent = sendAll();
          receiveAll();
        } catch (Throwable e) {
          LOG.log(Level.WARNING, "message lost", e);
        }
      }
      sendAll();
    } finally {
      publisher.close();
      sockets.close();
    }
  }

  private boolean sendAll() {
    for (Reply next = replies.poll(); next != null; next = replies.poll()) {
      ZMQ.Socket socket = sockets.get(next.channel());
      int last = next.frames().size() - 1;
      for (int i = 0; i <= last; i++) {
        socket.send(next.frames().get(i), i < last ? ZMQ.SNDMORE : 0);
      }
    }
    return publisher.sendAll();
  }

  private void receiveAll() {
    for (Map.Entry<Channel, ZMQ.Socket> entry : sockets.entries()) {
      for (List<byte[]> frames = receive(entry.getValue());
          !frames.isEmpty();
          frames = receive(entry.getValue())) {
        accept(entry.getKey(), frames);
      }
    }
  }

  private void accept(Channel channel, List<byte[]> frames) {
    if (channel == Channel.HEARTBEAT) {
      send(channel, frames);
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
