package manabi.kernel.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Wakes a thread that polls a channel. A thread of its own writes to that channel: an interrupt
 * closes the channel that the interrupted thread is writing to, and cells are interrupted while
 * they print.
 */
final class Waker implements Runnable {
  private static final Logger LOG = Logger.getLogger(Waker.class.getName());

  private final Pipe pipe;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final Thread thread = new Thread(this, "kernel waker");

  Waker() {
    try {
      pipe = Pipe.open();
      pipe.source().configureBlocking(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns the channel that has something to read after {@link #wake}. */
  SelectableChannel channel() {
    return pipe.source();
  }

  /** Wakes the thread that polls; may be called from every thread. */
  void wake() {
    asked.set(true);
    LockSupport.unpark(thread);
  }

  @Override
  public void run() {
    // Made beforehand: a cell that has used up all memory must not end this thread.
    ByteBuffer signal = ByteBuffer.allocateDirect(1);
    try {
      while (true) {
        while (!asked.getAndSet(false)) {
          LockSupport.park(this);
        }
        pipe.sink().write(signal.clear());
      }
    } catch (IOException e) {
      LOG.log(Level.SEVERE, "the kernel can send nothing any more", e);
    }
  }

  /** Reads what is in the channel, so that the next poll waits again. */
  void awake() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(64);
    while (pipe.source().read(bytes) > 0) {
      bytes.clear();
    }
  }
}
