package manabi.kernel.output;

import io.github.spencerpark.jupyter.messages.MessageContext;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Collects what is printed into few messages, for each cell in the order of printing across both
 * streams. A message is sent at the end of a cell, every 50 ms, and when the stream changes.
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

  private static final Logger LOG = Logger.getLogger(OutputBatcher.class.getName());
  private static final int FLUSH_MILLIS = 50;
  private static final int FLUSH_BYTES = 1 << 16;

  private final Sink sink;
  private final Map<Optional<MessageContext>, PendingOutput> pending = new LinkedHashMap<>();

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
            this::flushSafely, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Flushes; what goes wrong, for example without memory, must not end the timer. */
  private void flushSafely() {
    try {
      flush();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.WARNING, "output lost", e);
    }
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
    return new PrintStream(bytes, false, StandardCharsets.UTF_8) {
      /** Flushes: one cell cannot end the output of all others. */
      @Override
      public void close() {
        flush();
      }
    };
  }

  private synchronized void append(String name, byte[] source, int offset, int length) {
    PendingOutput output = pending.computeIfAbsent(CurrentRequest.get(), this::outputOf);
    output.add(name, source, offset, length);
    if (output.size() >= FLUSH_BYTES) {
      output.flush();
    }
  }

  private PendingOutput outputOf(Optional<MessageContext> parent) {
    return new PendingOutput((stream, text) -> sink.send(parent, stream, text));
  }

  /** Sends what is pending; the start of a character whose end is not printed yet stays. */
  public synchronized void flush() {
    pending.values().forEach(PendingOutput::flush);
    pending.values().removeIf(output -> output.size() == 0);
  }
}
