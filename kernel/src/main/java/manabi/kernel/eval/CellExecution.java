package manabi.kernel.eval;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.SPIResolutionException;

/**
 * Runs JShell's snippets in this JVM, on the cell's thread, and keeps values and exceptions as
 * objects where JShell itself only keeps texts.
 *
 * <p>JShell's own control for one JVM starts a thread for each snippet, reports an interrupt as
 * success and forgets it once it was caught; that is why this is not it.
 */
final class CellExecution extends DirectExecutionControl {

  /**
   * How a snippet ended.
   *
   * @param value what it returned, which may be null
   * @param thrown what it threw; null if it threw nothing
   */
  record Outcome(Object value, Throwable thrown) {
    static final Outcome NONE = new Outcome(null, null);
  }

  private final CellClassLoader loader;
  private final Redefinition redefinition;
  private final ReentrantLock shellLock;
  private final ThreadLocal<Outcome> outcome = ThreadLocal.withInitial(() -> Outcome.NONE);

  /**
   * Makes the control of a shell.
   *
   * @param shellLock held while the shell works; free while a cell's own code runs
   */
  CellExecution(CellClassLoader loader, ReentrantLock shellLock) {
    super(loader);
    this.loader = loader;
    this.redefinition = new Redefinition(loader);
    this.shellLock = shellLock;
  }

  /** Returns how the snippet ended that ran last on this thread, and forgets it. */
  Outcome takeOutcome() {
    Outcome last = outcome.get();
    outcome.remove();
    return last;
  }

  @Override
  public void redefine(ClassBytecodes[] classes)
      throws ClassInstallException, NotImplementedException {
    redefinition.apply(classes);
    loader.classesRedefined(classes);
  }

  @Override
  protected String invoke(Method snippet) throws Exception {
    outcome.remove();
    Outcome ended = run(snippet);
    if (ended.thrown() instanceof SPIResolutionException) {
      throw new InvocationTargetException(ended.thrown()); // JShell knows which one is meant.
    }
    outcome.set(ended);
    return ""; // JShell's text of the value, which nobody reads: it would call toString.
  }

  /** Runs a method without parameters as code of the cell, without the shell's lock. */
  Outcome run(Method code) {
    try {
      return new Outcome(call(code), null);
    } catch (InvocationTargetException e) {
      return new Outcome(null, e.getCause());
    } catch (Throwable e) {
      return new Outcome(null, e);
    }
  }

  private Object call(Method snippet) throws Exception {
    int holds = shellLock.getHoldCount();
    for (int i = 0; i < holds; i++) {
      shellLock.unlock();
    }
    try {
      CellThread cell = CellThread.current().orElseThrow();
      if (cell.isStopped()) {
        throw new CellStopped();
      }
      return cell.cellCode(() -> snippet.invoke(null));
    } finally {
      for (int i = 0; i < holds; i++) {
        shellLock.lock();
      }
    }
  }

  @Override
  public String varValue(String className, String varName) {
    return ""; // As above.
  }
}
