package manabi.kernel.output;

import io.github.spencerpark.jupyter.messages.MessageContext;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * The request whose cell a thread works for. Threads that a cell starts inherit it, so that what
 * they print stands below their cell also when that has ended.
 */
public final class CurrentRequest {
  private static final InheritableThreadLocal<MessageContext> OF_THREAD =
      new InheritableThreadLocal<>();
  private static volatile MessageContext latest;

  private CurrentRequest() {}

  /** Makes {@code request} the current one of this thread and of threads that it starts. */
  public static void set(MessageContext request) {
    OF_THREAD.set(request);
    latest = request;
  }

  /** Returns this thread's request, or the latest one, or nothing before the first cell. */
  public static Optional<MessageContext> get() {
    MessageContext own = isShared(Thread.currentThread()) ? null : OF_THREAD.get();
    return Optional.ofNullable(own == null ? latest : own);
  }

  /** Returns whether a thread works for all cells, whichever started it: parallel streams do. */
  private static boolean isShared(Thread thread) {
    return thread instanceof ForkJoinWorkerThread worker
        && worker.getPool() == ForkJoinPool.commonPool();
  }
}
