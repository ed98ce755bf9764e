package manabi.kernel.eval;

import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** The JDK's incubator module with vector instructions, loaded when a cell first uses it. */
public final class VectorModule {
  private static final String NAME = "jdk.incubator.vector";
  private static final Optional<Method> LOADER = loader();

  private VectorModule() {}

  private static Optional<Method> loader() {
    try {
      // Exported by --add-exports java.base/jdk.internal.module=ALL-UNNAMED.
      Class<?> modules = Class.forName("jdk.internal.module.Modules");
      Method loader = modules.getMethod("loadModule", String.class);
      return loader.canAccess(null) ? Optional.of(loader) : Optional.empty();
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** Returns what lets code use the module, where this JVM has it. */
  public static List<String> compilerOptions() {
    boolean loadable = LOADER.isPresent() && ModuleFinder.ofSystem().find(NAME).isPresent();
    return loadable || isNamedAtStart() ? List.of("--add-modules", NAME) : List.of();
  }

  private static boolean isNamedAtStart() {
    return ModuleLayer.boot().findModule(NAME).isPresent();
  }

  /** Returns whether a class can only be of the module, which is loaded if it was not. */
  static boolean has(String className) {
    return className.startsWith(NAME + ".") && LOADER.map(VectorModule::load).orElse(false);
  }

  private static boolean load(Method loader) {
    try {
      return loader.invoke(null, NAME) != null;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
