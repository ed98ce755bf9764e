package manabi.kernel.eval;

import java.util.ArrayList;
import java.util.List;

/** How cells are compiled. */
final class CompilerOptions {
  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  private CompilerOptions() {}

  /** Returns the options that let cells use what this JVM has. */
  static List<String> forThisJvm() {
    List<String> options = new ArrayList<>(List.of("-parameters", "-proc:none"));
    if (ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent()) {
      options.add("--add-modules");
      options.add(VECTOR_MODULE);
    }
    return List.copyOf(options);
  }
}
