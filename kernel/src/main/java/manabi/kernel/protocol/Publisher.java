package manabi.kernel.protocol;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.zeromq.ZMQ;

/**
 * Messages on their way to all clients. None is lost to a slow client, and memory stays bounded:
 *
 * <ul>
 *   <li>a client that is behind makes the messages wait here;
 *   <li>who prints or shows waits while more than {@value #MAX_WAITING_BYTES} bytes are here;
 *   <li>a client that has read nothing for ten seconds misses messages from then on until it reads
 *       again, so that one stopped client does not stop the kernel.
 * </ul>
 */
final class Publisher {
  private static final int MAX_WAITING_BYTES = 1 << 26;
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int MESSAGES_IN_SOCKET = 100;

  private final ZMQ.Socket socket;
  private final Duration patience;
  private final Queue<List<byte[]>> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private boolean isStuck;
  private long stuckSince;
  private boolean closed;

  Publisher(ZMQ.Socket socket, Duration patience) {
    this.socket = socket;
    this.patience = patience;
    socket.setSndHWM(MESSAGES_IN_SOCKET);
    socket.setXpubNoDrop(true);
    // Two clients subscribe to the same topic: each is to be welcomed.
    socket.setXpubVerbose(true);
  }

  synchronized void add(List<byte[]> message) {
    waiting.add(message);
    waitingBytes += size(message);
  }

  private static long size(List<byte[]> message) {
    return message.stream().mapToLong(frame -> frame.length).sum();
  }

  /** Returns when not too much is waiting; what may print without end calls it. */
  synchronized void awaitRoom() throws InterruptedException {
    while (waitingBytes > MAX_WAITING_BYTES && !closed) {
      wait();
    }
  }

  /**
   * Sends what clients take, on the thread of the socket.
   *
   * @return whether nothing is left
   */
  synchronized boolean sendAll() {
    while (!waiting.isEmpty()) {
      if (!send(waiting.element())) {
        return false;
      }
      waitingBytes -= size(waiting.remove());
      notifyAll();
    }
    return true;
  }

  private boolean send(List<byte[]> message) {
    if (offer(message)) {
      isStuck = false;
      return true;
    }
    if (!isStuck) {
      isStuck = true;
      stuckSince = System.nanoTime();
    }
    if (System.nanoTime() - stuckSince < patience.toNanos()) {
      return false;
    }
    socket.setXpubNoDrop(false);
    boolean sent = offer(message);
    socket.setXpubNoDrop(true);
    return sent;
  }

  private boolean offer(List<byte[]> message) {
    int last = message.size() - 1;
    for (int i = 0; i <= last; i++) {
      int more = i < last ? ZMQ.SNDMORE : 0;
      if (!socket.send(message.get(i), more | ZMQ.DONTWAIT)) {
        return false; // Only at the first frame: a message is taken whole or not.
      }
    }
    return true;
  }

  /** Lets everybody go who waits for room. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
