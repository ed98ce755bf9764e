package manabi.kernel.maven;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work on a thread of its own. The thread that waits for it can be interrupted or stopped at any
 * moment, the work only where it is safe to end it.
 */
final class Cancellable {
  private Cancellable() {}

  /**
   * Returns what {@code work} returns.
   *
   * @param cancel asks the work to end, if the wait for it ends early
   */
  static <T> T run(Callable<T> work, Runnable cancel) throws MavenFailure, InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "kernel maven");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof MavenFailure failure) {
        throw failure;
      }
      throw new MavenFailure("Maven's resolver failed: " + e.getCause());
    } finally {
      if (!task.isDone()) {
        cancel.run();
        thread.interrupt();
      }
    }
  }
}
