package manabi.tensor;

import java.util.concurrent.CancellationException;

/** Ends long computations between two operations. */
final class Interrupt {

  private Interrupt() {}

  /**
   * Throws if this thread has been interrupted; the interrupt stays for who catches it.
   *
   * @throws CancellationException naming the operation that was not begun
   */
  static void check(Operation next) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted before " + next.name());
    }
  }
}
