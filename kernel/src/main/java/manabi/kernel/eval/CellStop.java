package manabi.kernel.eval;

import java.util.concurrent.TimeUnit;

/**
 * Ends one cell: again and again, because code may catch what is thrown at it.
 *
 * <p>Code of cells looks for the stop itself. Code in jars is interrupted, and stopped where this
 * JVM still can (until Java 19).
 */
final class CellStop extends Thread {
  private static final int PAUSE_MILLIS = 20;
  private static final int FORCE_AFTER_MILLIS = 200;
  private static final int TELL_AFTER_MILLIS = 2_000;
  private static final int GRACE_MILLIS = 100;

  private final CellThread cell;
  private final CellGroup group;
  private boolean told;

  CellStop(CellThread cell, CellGroup group) {
    super("cell stop");
    this.cell = cell;
    this.group = group;
    setDaemon(true);
  }

  @Override
  public void run() {
    long start = System.nanoTime();
    CellGuard.stopBegins();
    try {
      while (cell.isAlive()) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        cell.whileInCellCode(() -> end(millis));
        cell.join(PAUSE_MILLIS);
      }
      group.interrupt(); // The threads that the cell has started.
      Thread.sleep(GRACE_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    } finally {
      group.stopped(false);
      CellGuard.stopEnds();
    }
  }

  private void end(long millis) {
    group.interrupt();
    // Code that waits has been woken by the interrupt and needs no force.
    if (millis >= FORCE_AFTER_MILLIS && cell.getState() == Thread.State.RUNNABLE) {
      force();
    }
    if (millis >= TELL_AFTER_MILLIS && !told) {
      told = true;
      System.err.println(
          "this cell does not end: it runs code of a library that does not look for interrupts."
              + " Restart the kernel to end it.");
    }
  }

  @SuppressWarnings({"removal", "deprecation"}) // The last resort, where there is one.
  private void force() {
    try {
      cell.stop();
    } catch (UnsupportedOperationException e) {
      // From Java 20 on there is nothing more to do.
    }
  }
}
