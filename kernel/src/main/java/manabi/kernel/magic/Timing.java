package manabi.kernel.magic;

import java.util.Locale;

/** What {@code %timeit} makes cells call: measures a loop that the cell contains. */
public final class Timing {
  private static final int RUNS = 7;
  private static final double RUN_NANOS = 0.2e9;
  private static final long MAX_LOOPS = 1_000_000_000L;

  // Reading a volatile keeps the compiler from moving the measured work out of the loop, and
  // comparing with its value, which it does not know, from leaving the work out.
  private static volatile long improbable = System.nanoTime();
  private static volatile Object kept = new Object();

  /** A piece of code in a loop. */
  @FunctionalInterface
  public interface Loop {
    /** Runs the code {@code times} times. */
    void run(long times) throws Exception;
  }

  private Timing() {}

  /**
   * Measures a loop and prints its time per turn.
   *
   * @param loops turns in one run, or 0 to choose as many as take 0.2 s, which also warms up
   * @param runs measurements to take, or 0 for {@value #RUNS}
   */
  public static void measure(long loops, int runs, Loop loop) throws Exception {
    long times = loops > 0 ? loops : calibrated(loop);
    double[] perTurn = new double[runs > 0 ? runs : RUNS];
    for (int run = 0; run < perTurn.length; run++) {
      perTurn[run] = (double) nanos(loop, times) / times;
    }
    System.out.println(summary(perTurn, times));
  }

  /** Returns the first of 1, 2, 5, 10, 20, 50 … whose turns take long enough. */
  private static long calibrated(Loop loop) throws Exception {
    for (long power = 1; power < MAX_LOOPS; power *= 10) {
      for (long factor : new long[] {1, 2, 5}) {
        if (nanos(loop, factor * power) >= RUN_NANOS) {
          return factor * power;
        }
      }
    }
    return MAX_LOOPS;
  }

  private static long nanos(Loop loop, long times) throws Exception {
    long start = System.nanoTime();
    loop.run(times);
    return System.nanoTime() - start;
  }

  static String summary(double[] perTurn, long times) {
    double mean = 0;
    for (double nanos : perTurn) {
      mean += nanos / perTurn.length;
    }
    double variance = 0;
    for (double nanos : perTurn) {
      variance += (nanos - mean) * (nanos - mean) / perTurn.length;
    }
    return String.format(
        Locale.ROOT,
        "%s ± %s per loop (mean ± std. dev. of %d %s, %,d %s each)",
        Durations.text(mean),
        Durations.text(Math.sqrt(variance)),
        perTurn.length,
        perTurn.length == 1 ? "run" : "runs",
        times,
        times == 1 ? "loop" : "loops");
  }

  /** Uses a value, so that what computes it cannot be left out. */
  public static void keep(Object value) {
    if (value == kept) {
      kept = new Object();
    }
  }

  /** Uses a value, so that what computes it cannot be left out. */
  public static void keep(long value) {
    if (value == improbable) {
      improbable = System.nanoTime();
    }
  }

  /** Uses a value, so that what computes it cannot be left out. */
  public static void keep(double value) {
    if (value == improbable) {
      improbable = System.nanoTime();
    }
  }

  /** Uses a value, so that what computes it cannot be left out. */
  public static void keep(boolean value) {
    keep(value ? 1L : 0L);
  }
}
