package manabi.tensor.compute;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that helps with jobs. Between the operations of a training step it waits in a loop for
 * the next one, since to wake a sleeping thread takes as long as many an operation; after that it
 * sleeps.
 */
final class Worker implements Runnable {

  /** How often a waiting thread looks before it sleeps: some 50 microseconds. */
  static final int TURNS = 2_000;

  private final AtomicReference<Job> next = new AtomicReference<>();
  private final Thread thread = new Thread(this, "manabi-worker");
  private volatile boolean asleep;

  private Worker() {
    thread.setDaemon(true);
  }

  static Worker[] start(int count) {
    Worker[] workers = new Worker[count];
    for (int i = 0; i < count; i++) {
      workers[i] = new Worker();
      workers[i].thread.start();
    }
    return workers;
  }

  /** Asks for help. A job of another caller that waits here gives way: its caller does it alone. */
  void offer(Job job) {
    next.set(job);
    if (asleep) {
      LockSupport.unpark(thread);
    }
  }

  @Override
  @SuppressWarnings("InfiniteLoopBody") // a daemon: it ends with the JVM
  public void run() {
    while (true) {
      take().work();
    }
  }

  private Job take() {
    for (int turn = 0; ; turn++) {
      Job job = next.get() == null ? null : next.getAndSet(null);
      if (job != null) {
        return job;
      }
      if (turn < TURNS) {
        Thread.onSpinWait();
      } else {
        asleep = true;
        if (next.get() == null) {
          LockSupport.park(this);
        }
        asleep = false;
      }
    }
  }
}
