package manabi.kernel.eval;

import java.util.concurrent.atomic.AtomicInteger;

/** What is woven into the code of cells: it ends when it is to end, and does not end the kernel. */
public final class CellGuard {
  private static final AtomicInteger STOPS = new AtomicInteger();
  private static volatile boolean stopping;

  private CellGuard() {}

  /** Throws {@link CellStopped} if the cell that this thread works for is being interrupted. */
  public static void check() {
    if (stopping) {
      CellGroup.throwIfStopped(Thread.currentThread());
    }
  }

  /** Stands for {@link System#exit} in cells: throws {@link CellExit}. */
  @SuppressWarnings("DoNotCallSuggester") // Woven into cells.
  public static void exit(int status) {
    throw new CellExit(status);
  }

  /** Stands for {@link Runtime#exit} and {@link Runtime#halt}: throws {@link CellExit}. */
  @SuppressWarnings("DoNotCallSuggester") // Woven into cells.
  public static void exit(Runtime runtime, int status) {
    throw new CellExit(status);
  }

  /** Makes {@link #check()} look closer until {@link #stopEnds()}. */
  static void stopBegins() {
    STOPS.incrementAndGet();
    stopping = true;
  }

  static void stopEnds() {
    stopping = STOPS.decrementAndGet() > 0;
  }
}
