package manabi.tensor.compute;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Numbered parts of one piece of work; each is done once, by whoever takes it first. */
final class Job {

  /** The job that a thread does a part of; null for all others. */
  private static final ThreadLocal<Job> CURRENT = new ThreadLocal<>();

  private final int parts;
  private final IntConsumer work;
  private final Thread owner = Thread.currentThread();
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicReferenceArray<Throwable> failures;

  /** Set while the owner, waiting, has taken an interrupt from its thread. */
  private volatile boolean interrupted;

  Job(int parts, IntConsumer work) {
    this.parts = parts;
    this.work = work;
    failures = new AtomicReferenceArray<>(parts);
  }

  /** Returns the job that this thread does a part of, null if there is none. */
  static Job current() {
    return CURRENT.get();
  }

  /** Returns whether the thread that waits for the job has been interrupted. */
  boolean isInterrupted() {
    return interrupted || owner.isInterrupted();
  }

  /** Does parts until none is left; failures are kept for {@link #await}. */
  void work() {
    for (int part = taken.getAndIncrement(); part < parts; part = taken.getAndIncrement()) {
      CURRENT.set(this);
      try {
        work.accept(part);
      } catch (Throwable t) { // the owner throws it
        failures.set(part, t);
      } finally {
        CURRENT.set(null);
      }
      if (done.incrementAndGet() == parts) {
        LockSupport.unpark(owner);
      }
    }
  }

  /**
   * Waits for all parts to end, even if this thread is interrupted meanwhile, because they still
   * write into the caller's arrays; the interrupt is kept for the caller.
   *
   * @throws RuntimeException the failure of the first part that failed
   */
  void await() {
    for (int turn = 0; done.get() < parts; turn++) {
      if (turn < Worker.TURNS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
        if (Thread.interrupted()) { // or park would return at once, again and again
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      owner.interrupt();
    }
    for (int part = 0; part < parts; part++) {
      Throwable failure = failures.get(part);
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure instanceof Error e) {
        throw e;
      }
    }
  }
}
