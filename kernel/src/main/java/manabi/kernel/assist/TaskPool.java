package manabi.kernel.assist;

import com.sun.source.util.JavacTask;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
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
final class TaskPool {
  private static final String NAME = "com.sun.tools.javac.api.JavacTaskPool";
  private static final int KEPT = 2;

  private final Object pool;
  private final Method getTask;
  private final Class<?> workerType;

  private TaskPool(Object pool, Method getTask, Class<?> workerType) {
    this.pool = pool;
    this.getTask = getTask;
    this.workerType = workerType;
  }

  static TaskPool ofThisJvm() {
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
      return new TaskPool(type.getConstructor(int.class).newInstance(KEPT), getTask, worker);
    } catch (ReflectiveOperationException e) {
      return new TaskPool(null, null, null);
    }
  }

  /** Returns what {@code work} makes of a task, which is valid until then. */
  <T> T with(
      JavaFileManager files,
      DiagnosticListener<JavaFileObject> errors,
      List<String> options,
      List<? extends JavaFileObject> units,
      Function<JavacTask, T> work) {
    if (pool == null) {
      return work.apply(
          (JavacTask)
              ToolProvider.getSystemJavaCompiler()
                  .getTask(null, files, errors, options, null, units));
    }
    Object worker =
        Proxy.newProxyInstance(
            TaskPool.class.getClassLoader(),
            new Class<?>[] {workerType},
            (proxy, method, args) -> work.apply((JavacTask) args[0]));
    try {
      @SuppressWarnings("unchecked") // What the work returned.
      T result = (T) getTask.invoke(pool, null, files, errors, options, null, units, worker);
      return result;
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
