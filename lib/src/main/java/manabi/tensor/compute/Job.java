package manabi.tensor.compute;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Numbered parts of one piece of work; each is done once, by whoever takes it first. */
final class Job {

  private final int parts;
  private final IntConsumer work;
  private final Thread owner = Thread.currentThread();
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicReferenceArray<Throwable> failures;

  Job(int parts, IntConsumer work) {
    this.parts = parts;
    this.work = work;
    failures = new AtomicReferenceArray<>(parts);
  }

  /** Does parts until none is left; failures are kept for {@link #await}. */
  void work() {
    for (int part = taken.getAndIncrement(); part < parts; part = taken.getAndIncrement()) {
      try {
        work.accept(part);
      } catch (Throwable t) { // the owner throws it
        failures.set(part, t);
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
    boolean interrupted = false;
    for (int turn = 0; done.get() < parts; turn++) {
      if (turn < Worker.TURNS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
        interrupted |= Thread.interrupted(); // or park would return at once, again and again
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
