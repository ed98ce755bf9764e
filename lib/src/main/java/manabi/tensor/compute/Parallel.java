package manabi.tensor.compute;

import java.util.concurrent.CancellationException;

/**
 * Shares work between threads by contiguous ranges.
 *
 * <p>The number of threads is the number of processors, or the system property {@code
 * manabi.threads}. The ranges depend on that number alone, so equal runs give equal bits.
 */
public final class Parallel {

  /** Below so many numbers, a second thread costs more than it brings. */
  private static final int WORTH_SHARING = 1 << 15;

  /** From this many items a thread on, each gets two parts. */
  private static final int WORTH_HALVING = 64;

  private static final int THREADS = threadsFromProperty();
  private static final Worker[] WORKERS = Worker.start(THREADS - 1);

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

  /**
   * Returns in how many parts {@link #run} cuts {@code items} items: one a thread, or two of many
   * items, so that a thread that the machine holds up can leave its second to another.
   */
  public static int parts(int items) {
    if (Job.current() != null || THREADS == 1 || items < 2) {
      return 1;
    }
    return items < WORTH_HALVING * THREADS ? Math.min(THREADS, items) : 2 * THREADS;
  }

  /**
   * Runs the parts of {@code items} items and returns when all are done. Work that is itself part
   * of such work runs in one part.
   *
   * <p>Other threads are asked for help and not relied on: parts that none of them has begun when
   * this one is through with its own are done by this one.
   *
   * @throws RuntimeException the first failure of a part, after all parts have ended
   */
  public static void run(int items, Range work) {
    int parts = parts(items);
    if (parts == 1) {
      work.run(0, 0, items);
      return;
    }
    Job job =
        new Job(
            parts,
            part -> work.run(part, start(part, parts, items), start(part + 1, parts, items)));
    for (int other = 0; other < Math.min(THREADS, parts) - 1; other++) {
      WORKERS[other].offer(job);
    }
    job.work();
    job.await();
  }

  /**
   * Ends work whose caller has been interrupted. Work that takes long, such as a walk through time,
   * asks between its steps; the interrupt stays.
   *
   * @throws CancellationException if the thread that called {@link #run}, or this one outside of
   *     it, has been interrupted
   */
  public static void checkInterrupt() {
    Job job = Job.current();
    if (job == null ? Thread.currentThread().isInterrupted() : job.isInterrupted()) {
      throw new CancellationException("interrupted in the middle of an operation");
    }
  }

  /** Runs work on so many numbers, which little time is spent on each; few are not shared. */
  public static void runOverNumbers(int count, Range work) {
    runOverRows(count, 1, work);
  }

  /** The same for rows of so many numbers; the ranges are of rows. */
  public static void runOverRows(int rows, int width, Range work) {
    if ((long) rows * width < WORTH_SHARING) {
      work.run(0, 0, rows);
    } else {
      run(rows, work);
    }
  }

  private static int start(int part, int parts, int items) {
    return (int) ((long) items * part / parts);
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
