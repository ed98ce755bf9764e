package manabi.kernel.eval;

import java.util.concurrent.TimeUnit;

/**
 * Ends one cell: again and again, because code may catch what is thrown at it.
 *
 * <p>Code of cells looks for the stop itself. Code in jars is interrupted, and stopped where this
 * JVM still can (until Java 19). What still goes on then, the compiler too, is left alone: the
 * reader can go on, and it ends where it would next do something for the cell.
 */
final class CellStop extends Thread {
  private static final int PAUSE_MILLIS = 20;
  private static final int FORCE_AFTER_MILLIS = 100;
  private static final int LEAVE_AFTER_MILLIS = 250;
  private static final int TELL_AFTER_MILLIS = 2_000;
  private static final int GRACE_MILLIS = 100;

  private final CellThread cell;
  private final CellGroup group;
  private boolean isLeft;
  private boolean isTold;

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
        if (millis >= LEAVE_AFTER_MILLIS) {
          leave();
        }
        cell.join(PAUSE_MILLIS);
      }
      group.interrupt(); // The threads that the cell has started.
      Thread.sleep(GRACE_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    } finally {
      group.stopped(false);
      leave();
      CellGuard.stopEnds();
    }
  }

  /** Stops what the cell shares with others no more: they go on now. */
  private void leave() {
    if (!isLeft) {
      isLeft = true;
      cell.leaveAlone();
      CellGroup.sharedStopEnds();
    }
  }

  private void end(long millis) {
    group.interrupt();
    // Code that waits has been woken by the interrupt and needs no force.
    if (millis >= FORCE_AFTER_MILLIS && cell.getState() == Thread.State.RUNNABLE) {
      force();
    }
    if (millis >= TELL_AFTER_MILLIS && !isTold) {
      isTold = true;
      System.err.println(
          "what this cell has called goes on in the background: code of a library that does not"
              + " look for interrupts. Restart the kernel to end it.");
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
