package manabi.kernel.eval;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/** The thread of a cell and those that it starts; an interrupt ends them together. */
final class CellGroup extends ThreadGroup {
  private static final String VIRTUAL_THREADS = "VirtualThreads";

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

  /** Throws if {@code thread} works for a cell that is being stopped, while one is. */
  static void throwIfStopped(Thread thread) {
    if (isShared(thread)) {
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
