package manabi.kernel.eval;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/** The thread of a cell and those that it starts; an interrupt ends them together. */
final class CellGroup extends ThreadGroup {
  private static final String VIRTUAL_THREADS = "VirtualThreads";

  // How many stops end threads that work for all cells: theirs cannot be told from others'.
  private static final Object SHARED = new Object();
  private static volatile int sharedStops;

  private volatile boolean stopped;

  CellGroup() {
    super("cell");
  }

  boolean isStopped() {
    return stopped;
  }

  void stopped(boolean value) {
    stopped = value;
  }

  /** Makes threads that work for all cells end what they do until {@link #sharedStopEnds()}. */
  static void sharedStopBegins() {
    synchronized (SHARED) {
      sharedStops++;
    }
  }

  static void sharedStopEnds() {
    synchronized (SHARED) {
      sharedStops--;
      SHARED.notifyAll();
    }
  }

  /** Returns when a new cell may use threads that work for all cells, which is soon. */
  static void awaitSharedStops() throws InterruptedException {
    synchronized (SHARED) {
      while (sharedStops > 0) {
        SHARED.wait();
      }
    }
  }

  /** Throws if {@code thread} works for a cell that is being stopped, while one is. */
  static void throwIfStopped(Thread thread) {
    if (sharedStops > 0 && isShared(thread)) {
      throw new CellStopped();
    }
    for (ThreadGroup group = thread.getThreadGroup(); group != null; group = group.getParent()) {
      if (group instanceof CellGroup cell && cell.stopped) {
        throw new CellStopped();
      }
    }
  }

  /** Returns whether the thread's group does not say which cell it works for. */
  private static boolean isShared(Thread thread) {
    boolean isCommon =
        thread instanceof ForkJoinWorkerThread worker
            && worker.getPool() == ForkJoinPool.commonPool();
    ThreadGroup group = thread.getThreadGroup();
    return isCommon || (group != null && group.getName().equals(VIRTUAL_THREADS));
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    if (!(thrown instanceof CellStopped)) {
      super.uncaughtException(thread, thrown);
    }
  }
}
