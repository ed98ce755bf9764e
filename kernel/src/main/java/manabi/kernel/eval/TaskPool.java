package manabi.kernel.eval;

import com.sun.source.util.JavacTask;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiler tasks that share what the compiler has read of the platform and the class path.
 *
 * <p>A task of the compiler's public interface reads it anew each time, which takes about ten times
 * as long as the rest. The JDK's own pool, which JShell uses, keeps it. The pool is no public
 * interface: where this JVM does not export it ({@code --add-exports
 * jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED}) every task starts anew.
 */
public final class TaskPool {
  private static final String NAME = "com.sun.tools.javac.api.JavacTaskPool";
  private static final int KEPT = 2;

  private final Object pool;
  private final Method getTask;
  private final Class<?> workerType;
  private final Function<JavacTask, Runnable> afterwards;

  private TaskPool(
      Object pool, Method getTask, Class<?> workerType, Function<JavacTask, Runnable> afterwards) {
    this.pool = pool;
    this.getTask = getTask;
    this.workerType = workerType;
    this.afterwards = afterwards;
  }

  /** Returns a pool for code that uses no class of the cells' package. */
  public static TaskPool ofThisJvm() {
    return pool(task -> () -> {}).orElseGet(TaskPool::none);
  }

  /** Returns a pool for code of cells. */
  static TaskPool forCells() {
    return CellSymbols.ofThisJvm()
        .flatMap(symbols -> pool(symbols::forgetting))
        .orElseGet(TaskPool::none);
  }

  private static TaskPool none() {
    return new TaskPool(null, null, null, task -> () -> {});
  }

  private static Optional<TaskPool> pool(Function<JavacTask, Runnable> afterwards) {
    try {
      Class<?> type = Class.forName(NAME);
      Class<?> worker = Class.forName(NAME + "$Worker");
      Method getTask =
          type.getMethod(
              "getTask",
              Writer.class,
              JavaFileManager.class,
              DiagnosticListener.class,
              Iterable.class,
              Iterable.class,
              Iterable.class,
              worker);
      Object pool = type.getConstructor(int.class).newInstance(KEPT);
      return Optional.of(new TaskPool(pool, getTask, worker, afterwards));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  /** Returns what {@code work} makes of a task, which is valid until then. */
  public <T> T with(
      JavaFileManager files,
      DiagnosticListener<JavaFileObject> errors,
      List<String> options,
      List<? extends JavaFileObject> units,
      Function<JavacTask, T> work) {
    Writer silence = Writer.nullWriter(); // The compiler tells there that it has crashed.
    if (pool == null) {
      return work.apply(
          (JavacTask)
              ToolProvider.getSystemJavaCompiler()
                  .getTask(silence, files, errors, options, null, units));
    }
    Object worker =
        Proxy.newProxyInstance(
            TaskPool.class.getClassLoader(),
            new Class<?>[] {workerType},
            (proxy, method, args) -> use((JavacTask) args[0], work));
    try {
      @SuppressWarnings("unchecked") // What the work returned.
      T result = (T) getTask.invoke(pool, silence, files, errors, options, null, units, worker);
      return result;
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T use(JavacTask task, Function<JavacTask, T> work) {
    Runnable end = afterwards.apply(task);
    T result = work.apply(task);
    end.run(); // A task that failed is not used again.
    return result;
  }
}
