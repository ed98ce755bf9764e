package manabi.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;
import manabi.kernel.display.LiveDisplay;
import manabi.kernel.display.Renderers;

/**
 * What the jars on the class path bring.
 *
 * @param imports what every cell sees, the kernel's own included
 */
record Extensions(List<String> imports) {
  private static final List<String> JAVA_IMPORTS =
      List.of(
          "java.io.*",
          "java.math.*",
          "java.net.*",
          "java.nio.file.*",
          "java.time.*",
          "java.util.*",
          "java.util.concurrent.*",
          "java.util.function.*",
          "java.util.regex.*",
          "java.util.stream.*",
          "manabi.kernel.display.*",
          "static manabi.kernel.CellCalls.*");

  /**
   * Loads every extension; one that fails is named on {@code System.err} and the others work.
   *
   * @param renderers where they register how values are shown
   * @param display what they show changing output with
   */
  static Extensions onClassPath(Renderers renderers, LiveDisplay display) {
    List<String> imports = new ArrayList<>(JAVA_IMPORTS);
    var found = ServiceLoader.load(KernelExtension.class).iterator();
    while (hasNext(found::hasNext)) {
      tolerantly(
          () -> {
            KernelExtension extension = found.next();
            extension.register(renderers);
            extension.connect(display);
            imports.addAll(extension.imports());
          });
    }
    return new Extensions(List.copyOf(imports));
  }

  private static boolean hasNext(BooleanSupplier more) {
    boolean[] result = {false};
    tolerantly(() -> result[0] = more.getAsBoolean());
    return result[0];
  }

  private static void tolerantly(Runnable step) {
    try {
      step.run();
    } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
      System.err.println("kernel extension not loaded: " + e);
    }
  }
}
