package manabi.kernel.eval;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * The thread on which all of one cell happens: compiling it, its own code, showing its value.
 *
 * <p>Only the cell's own code is ever interrupted. An interrupt in the compiler would close the
 * files that it reads for good; it is told at the next step instead.
 */
final class CellThread extends Thread {
  private static final Set<CellThread> ALIVE = ConcurrentHashMap.newKeySet();

  private final CellGroup group;
  private final Callable<?> work;
  // Open when nobody waits for this thread any more.
  private final CountDownLatch awaited = new CountDownLatch(1);
  private Object result;
  private Throwable failure;
  private boolean inCellCode;
  private volatile boolean isLeft;

  private CellThread(CellGroup group, Callable<?> work) {
    super(group, "cell");
    this.group = group;
    this.work = work;
    setDaemon(true);
  }

  /**
   * Returns what {@code work} returns, run on a cell's thread: on this one if it is one.
   *
   * @throws CellStopped if the cell was interrupted and is {@linkplain #leaveAlone() left alone}
   */
  @SuppressWarnings("unchecked") // What the work returned.
  static <T> T call(Callable<T> work) throws Exception {
    if (current().isPresent()) {
      return work.call();
    }
    CellGroup.awaitSharedStops();
    CellThread thread = new CellThread(new CellGroup(), work);
    ALIVE.add(thread);
    thread.start();
    thread.await();
    if (thread.isLeft) {
      throw new CellStopped();
    }
    if (thread.failure instanceof Error error) {
      throw error;
    }
    if (thread.failure != null) {
      throw (Exception) thread.failure;
    }
    return (T) thread.result;
  }

  /** Returns this thread if it is a cell's. */
  static Optional<CellThread> current() {
    return Thread.currentThread() instanceof CellThread cell ? Optional.of(cell) : Optional.empty();
  }

  static boolean isAnyAlive() {
    return !ALIVE.isEmpty();
  }

  /** Ends the code of every cell that runs; returns at once. */
  static void stopAll() {
    ALIVE.forEach(CellThread::stopSoon);
  }

  private synchronized void stopSoon() {
    if (!group.isStopped()) {
      CellGroup.sharedStopBegins(); // Before the cell can end of it and the next one begin.
      group.stopped(true);
      new CellStop(this, group).start();
    }
  }

  /** Returns whether the cell is to end. */
  boolean isStopped() {
    return group.isStopped();
  }

  @Override
  public void run() {
    try {
      result = work.call();
    } catch (Throwable e) {
      failure = e;
    } finally {
      ALIVE.remove(this);
      awaited.countDown();
    }
  }

  /** Has who waits for this thread go on without it, if it has not ended. */
  synchronized void leaveAlone() {
    if (awaited.getCount() > 0) {
      isLeft = true;
      ALIVE.remove(this);
      awaited.countDown();
    }
  }

  private void await() {
    boolean interrupted = false;
    while (awaited.getCount() > 0) {
      try {
        awaited.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns what {@code code} returns, which may be interrupted: code of the reader's. */
  <T> T cellCode(Callable<T> code) throws Exception {
    return section(true, code);
  }

  /** Returns what {@code code} returns, which is not interrupted: code of the kernel's. */
  <T> T kernelCode(Callable<T> code) throws Exception {
    return section(false, code);
  }

  private <T> T section(boolean isCellCode, Callable<T> code) throws Exception {
    boolean before = enter(isCellCode);
    try {
      return code.call();
    } finally {
      leave(before);
    }
  }

  private void leave(boolean before) {
    boolean left = false;
    while (!left) {
      try {
        enter(before);
        left = true;
      } catch (ThreadDeath late) {
        // The code had ended by itself before it was stopped.
      }
    }
  }

  private synchronized boolean enter(boolean isCellCode) {
    boolean before = inCellCode;
    inCellCode = isCellCode;
    if (!isCellCode) {
      Thread.interrupted(); // Nobody else's business.
    }
    return before;
  }

  /** Does {@code action} if the cell's own code runs now, and keeps it from ending meanwhile. */
  synchronized void whileInCellCode(Runnable action) {
    if (inCellCode) {
      action.run();
    }
  }
}
