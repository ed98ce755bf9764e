package manabi.kernel.eval;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;

/**
 * Runs snippets in this JVM on threads that can be stopped, and keeps their values as objects where
 * JShell itself only keeps texts.
 */
final class CellExecution extends LocalExecutionControl {
  // Inherited by the thread that the superclass starts for each run.
  private static final InheritableThreadLocal<CellExecution> RUNNING =
      new InheritableThreadLocal<>();

  private final AtomicReference<Object> value = new AtomicReference<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile Callable<?> task = () -> null;
  private volatile boolean stopRequested;

  /** Returns the value of the snippet that ran last and forgets it; may be null. */
  Object takeValue() {
    return value.getAndSet(null);
  }

  /** Returns what the snippet that ran last threw and forgets it; null if it threw nothing. */
  Throwable takeFailure() {
    return failure.getAndSet(null);
  }

  /**
   * Returns what {@code work} returns, run as cells are: {@link #stop()} ends it.
   *
   * @throws ExecutionControl.ExecutionControlException if it throws or is stopped
   */
  Object run(Callable<?> work) throws ExecutionControlException {
    task = work;
    value.set(null);
    failure.set(null);
    invoke(Work.class.getName(), "run");
    return takeValue();
  }

  @Override
  public void load(ClassBytecodes[] classes)
      throws ClassInstallException, NotImplementedException, EngineTerminationException {
    ClassBytecodes[] guarded = new ClassBytecodes[classes.length];
    for (int i = 0; i < classes.length; i++) {
      guarded[i] = new ClassBytecodes(classes[i].name(), ExitGuard.weave(classes[i].bytecodes()));
    }
    super.load(guarded);
  }

  /** Returns whether {@link #stop()} was called since the last time this was asked. */
  boolean takeStopRequest() {
    boolean requested = stopRequested;
    stopRequested = false;
    return requested;
  }

  /** Ends what runs; what is still being compiled does not start. */
  @Override
  public void stop() throws EngineTerminationException, InternalException {
    // First the flag: code that starts after it ends itself, code that started before is stopped.
    stopRequested = true;
    super.stop();
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    return name.equals(Work.class.getName()) ? Work.class : super.findClass(name);
  }

  @Override
  protected String invoke(Method snippet) throws Exception {
    if (snippet.getDeclaringClass() != Work.class) {
      task = () -> snippet.invoke(null);
    }
    value.set(null);
    failure.set(null);
    RUNNING.set(this);
    // The superclass turns the method's result into a text; with no result it calls no toString.
    Method run = Work.class.getDeclaredMethod("run");
    run.setAccessible(true);
    return super.invoke(run);
  }

  /** What the superclass is told to run. */
  static final class Work {
    private Work() {}

    static void run() throws Throwable {
      CellExecution execution = RUNNING.get();
      if (execution.stopRequested) {
        throw new InterruptedException();
      }
      try {
        execution.value.set(execution.task.call());
      } catch (InvocationTargetException e) {
        execution.failure.set(e.getCause());
        throw e.getCause();
      } catch (Throwable e) {
        execution.failure.set(e);
        throw e;
      }
    }
  }
}
