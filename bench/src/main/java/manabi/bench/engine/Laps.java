package manabi.bench.engine;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * A clock that prints laps as lines of JSON: seconds, CPU seconds of the process (compiler and
 * collector included) and bytes that its Java threads allocated.
 */
final class Laps {

  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
  private long wall;
  private long cpu;
  private long allocated;

  /** Starts a lap. */
  void start() {
    allocated = allocatedBytes();
    cpu = process.getProcessCpuTime();
    wall = System.nanoTime();
  }

  /**
   * Ends a lap, prints it and starts the next.
   *
   * @param figure what was measured
   * @param steps how many steps it had, for the bytes that one of them allocates
   */
  void end(String figure, int steps) {
    double seconds = (System.nanoTime() - wall) / 1e9;
    double cpuSeconds = (process.getProcessCpuTime() - cpu) / 1e9;
    long bytes = (allocatedBytes() - allocated) / steps;
    System.out.printf(
        Locale.ROOT,
        "{\"figure\": \"%s\", \"seconds\": %.6f, \"cpu\": %.4f, \"steps\": %d, \"allocated\": %d}%n",
        figure,
        seconds,
        cpuSeconds,
        steps,
        bytes);
    start();
  }

  /** Prints what the heap holds after a collection, in bytes, and starts the next lap. */
  void heap() {
    System.gc();
    fact("heap", (double) ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    start();
  }

  /** Prints something else that is worth knowing. */
  static void fact(String name, double value) {
    System.out.printf(Locale.ROOT, "{\"fact\": \"%s\", \"value\": %.6g}%n", name, value);
  }

  /** Prints something else that is worth knowing, in words without quotation marks. */
  static void fact(String name, String value) {
    System.out.printf("{\"fact\": \"%s\", \"value\": \"%s\"}%n", name, value);
  }

  private long allocatedBytes() {
    long bytes = 0;
    for (long thread : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
      bytes += Math.max(0, thread); // -1 for a thread that has ended
    }
    return bytes;
  }
}
