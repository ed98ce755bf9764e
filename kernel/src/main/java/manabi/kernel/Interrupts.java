package manabi.kernel;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import manabi.kernel.eval.CellFailure;
import manabi.kernel.eval.JavaEngine;
import manabi.kernel.protocol.CellEnvironment;
import manabi.kernel.protocol.KernelConnection;

/**
 * Sees to it that an interrupt counts for the cells that run and those that wait when it comes: the
 * running ones end, also those that still wait for the engine, and the waiting ones are aborted.
 */
final class Interrupts {
  private final KernelConnection connection;
  private final CompletableFuture<JavaEngine> engine;

  Interrupts(KernelConnection connection, CompletableFuture<JavaEngine> engine) {
    this.connection = connection;
    this.engine = engine;
    var unused = engine.whenComplete((started, failure) -> engineStarted());
  }

  private synchronized void engineStarted() {
    notifyAll();
  }

  /**
   * Interrupts.
   *
   * @param nanos when the interrupt came, on the clock of {@link System#nanoTime()}
   */
  synchronized void interrupt(long nanos) {
    connection.interrupted(nanos);
    if (engine.isDone() && !engine.isCompletedExceptionally()) {
      engine.join().interrupt();
    }
    notifyAll();
  }

  /**
   * Returns the engine as soon as it has started.
   *
   * @throws CellFailure if an interrupt came since the cell has arrived
   */
  synchronized JavaEngine awaitEngine(CellEnvironment environment, int number)
      throws CellFailure, InterruptedException {
    while (!engine.isDone() && !environment.isInterrupted()) {
      wait();
    }
    throwIfInterrupted(environment, number);
    return engine.join();
  }

  static void throwIfInterrupted(CellEnvironment environment, int number) throws CellFailure {
    if (environment.isInterrupted()) {
      String message = "cell " + number + " was interrupted before it began";
      throw new CellFailure("Interrupted", message, List.of("Interrupted: " + message));
    }
  }
}
