package manabi.kernel.output;

import io.github.spencerpark.jupyter.messages.MessageContext;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Collects what is printed into few messages, in the order of printing across both streams. A
 * message is sent at the end of a cell, every 50 ms, and when the stream or the cell changes.
 */
public final class OutputBatcher {

  /** Takes one batch. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Sends {@code text} to the clients.
     *
     * @param parent the request whose cell printed, or nothing before the first cell
     * @param stream {@code stdout} or {@code stderr}
     */
    void send(Optional<MessageContext> parent, String stream, String text);
  }

  private static final int FLUSH_MILLIS = 50;
  private static final int FLUSH_BYTES = 1 << 16;

  private final Sink sink;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private Optional<MessageContext> parent = Optional.empty();
  private String stream = "";

  /** Starts the timer that sends every 50 ms what is pending. */
  public OutputBatcher(Sink sink) {
    this.sink = sink;
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "kernel output");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        timer.scheduleWithFixedDelay(
            this::flush, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Returns a print stream in UTF-8 whose text is sent as {@code stdout} or {@code stderr}. */
  public PrintStream stream(String name) {
    OutputStream bytes =
        new OutputStream() {
          @Override
          public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] source, int offset, int length) {
            append(name, source, offset, length);
          }
        };
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }

  private synchronized void append(String name, byte[] source, int offset, int length) {
    Optional<MessageContext> current = CurrentRequest.get();
    boolean sameCell = current.orElse(null) == parent.orElse(null);
    if (!sameCell || !stream.equals(name)) {
      send(pending.size());
      parent = current;
      stream = name;
    }
    pending.write(source, offset, length);
    if (pending.size() >= FLUSH_BYTES) {
      flush();
    }
  }

  /** Sends what is pending; the start of a character whose end is not printed yet stays. */
  public synchronized void flush() {
    send(completeCharacters(pending.toByteArray()));
  }

  private void send(int length) {
    if (length == 0) {
      return;
    }
    byte[] bytes = pending.toByteArray();
    pending.reset();
    pending.write(bytes, length, bytes.length - length);
    sink.send(parent, stream, new String(bytes, 0, length, StandardCharsets.UTF_8));
  }

  /** Returns how many of the bytes are whole UTF-8 characters. */
  private static int completeCharacters(byte[] bytes) {
    for (int back = 1; back <= Math.min(3, bytes.length); back++) {
      int lead = bytes[bytes.length - back] & 0xFF;
      if (lead < 0x80) {
        return bytes.length;
      }
      if (lead >= 0xC0) {
        int size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        return size > back ? bytes.length - back : bytes.length;
      }
    }
    return bytes.length;
  }
}
