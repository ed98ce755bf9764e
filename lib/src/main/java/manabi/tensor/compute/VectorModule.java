package manabi.tensor.compute;

/**
 * The JDK's incubator module with vector instructions. Java resolves it where it is started with
 * {@code --add-modules jdk.incubator.vector}. That keeps it from using what an archive knows of the
 * other modules, which makes its start longer by a tenth to a quarter; with {@code --add-exports
 * java.base/jdk.internal.module=ALL-UNNAMED} the module is loaded when it is first asked for.
 */
public final class VectorModule {
  private static final String NAME = "jdk.incubator.vector";
  private static final boolean PRESENT =
      ModuleLayer.boot().findModule(NAME).isPresent() || isLoadedNow();

  private VectorModule() {}

  /** Returns whether classes can use the module. */
  public static boolean isPresent() {
    return PRESENT;
  }

  private static boolean isLoadedNow() {
    try {
      Class<?> modules = Class.forName("jdk.internal.module.Modules");
      return modules.getMethod("loadModule", String.class).invoke(null, NAME) != null;
    } catch (ReflectiveOperationException | LinkageError e) {
      return false; // Not exported, or a Java without this module.
    }
  }
}
