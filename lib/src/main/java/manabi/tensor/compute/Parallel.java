package manabi.tensor.compute;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Shares work between threads by contiguous ranges.
 *
 * <p>The number of threads is the number of processors, or the system property {@code
 * manabi.threads}. The ranges depend on that number alone, so equal runs give equal bits.
 */
public final class Parallel {

  private static final int THREADS = threadsFromProperty();
  private static final ExecutorService WORKERS =
      Executors.newFixedThreadPool(
          Math.max(1, THREADS - 1),
          task -> {
            Thread thread = new Thread(task, "manabi-worker");
            thread.setDaemon(true);
            return thread;
          });
  private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

  private Parallel() {}

  /** A piece of work: the items from {@code from} up to, not including, {@code to}. */
  @FunctionalInterface
  public interface Range {
    /**
     * Does the items of one part.
     *
     * @param part number of the part, from 0 to {@link Parallel#parts} - 1
     */
    void run(int part, int from, int to);
  }

  /** Returns how many threads work. */
  public static int threads() {
    return THREADS;
  }

  /** Returns in how many parts {@link #run} cuts {@code items} items. */
  public static int parts(int items) {
    return INSIDE.get() ? 1 : Math.max(1, Math.min(THREADS, items));
  }

  /**
   * Runs the parts of {@code items} items, one a thread, and returns when all are done. Work that
   * is itself part of such work runs in one part.
   *
   * @throws RuntimeException the first failure of a part, after all parts have ended
   */
  public static void run(int items, Range work) {
    int parts = parts(items);
    if (parts == 1) {
      work.run(0, 0, items);
      return;
    }
    Future<?>[] others = new Future<?>[parts - 1];
    for (int part = 1; part < parts; part++) {
      int number = part;
      others[part - 1] = WORKERS.submit(() -> runPart(number, parts, items, work));
    }
    RuntimeException failure = null;
    try {
      runPart(0, parts, items, work);
    } finally {
      for (Future<?> other : others) {
        RuntimeException late = await(other);
        failure = failure == null ? late : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static void runPart(int part, int parts, int items, Range work) {
    INSIDE.set(true);
    try {
      work.run(part, start(part, parts, items), start(part + 1, parts, items));
    } finally {
      INSIDE.set(false);
    }
  }

  private static int start(int part, int parts, int items) {
    return (int) ((long) items * part / parts);
  }

  /**
   * Waits for a part to end even if this thread is interrupted meanwhile, because the part still
   * writes into the caller's arrays; the interrupt is kept for the caller.
   *
   * @return the part's failure, or null
   */
  private static RuntimeException await(Future<?> part) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          part.get();
          return null;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          return e.getCause() instanceof RuntimeException r
              ? r
              : new IllegalStateException("a worker thread failed", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static int threadsFromProperty() {
    int processors = Runtime.getRuntime().availableProcessors();
    int threads = Integer.getInteger("manabi.threads", processors);
    if (threads < 1) {
      throw new IllegalArgumentException("manabi.threads must be 1 or more, was " + threads);
    }
    return threads;
  }
}
