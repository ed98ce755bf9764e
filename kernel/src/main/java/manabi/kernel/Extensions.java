package manabi.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.BooleanSupplier;
import manabi.kernel.display.LiveDisplay;
import manabi.kernel.display.Renderers;
import manabi.kernel.magic.Magic;
import manabi.kernel.magic.MagicRegistry;

/** What the jars on the class path bring, each once. */
final class Extensions {
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

  private final Renderers renderers;
  private final LiveDisplay display;
  private final MagicRegistry magics;
  private final Set<Class<?>> known = new HashSet<>();
  private final List<Magic> newMagics = new ArrayList<>();

  /**
   * Knows no extension yet.
   *
   * @param renderers where they register how values are shown
   * @param display what they show changing output with
   * @param magics where their magics are registered
   */
  Extensions(Renderers renderers, LiveDisplay display, MagicRegistry magics) {
    this.renderers = renderers;
    this.display = display;
    this.magics = magics;
  }

  /** Loads those on the kernel's class path, and returns what every cell sees. */
  List<String> importsAtStart() {
    List<String> imports = new ArrayList<>(JAVA_IMPORTS);
    imports.addAll(find(Extensions.class.getClassLoader()));
    return imports;
  }

  /** Loads those that were not there before, and returns the imports they bring. */
  List<String> load(ClassLoader classes) {
    List<String> imports = find(classes);
    addMagics();
    return imports;
  }

  /** Registers the magics of what was loaded: after the kernel's own, whose names stay theirs. */
  void addMagics() {
    newMagics.forEach(magic -> tolerantly(() -> magics.add(magic)));
    newMagics.clear();
  }

  /** Finds what is new; what fails is named on {@code System.err} and the rest works. */
  private List<String> find(ClassLoader classes) {
    List<String> imports = new ArrayList<>();
    var found = ServiceLoader.load(KernelExtension.class, classes).stream().iterator();
    while (hasNext(found::hasNext)) {
      tolerantly(
          () -> {
            ServiceLoader.Provider<KernelExtension> provider = found.next();
            if (known.add(provider.type())) {
              KernelExtension extension = provider.get();
              extension.register(renderers);
              extension.connect(display);
              newMagics.addAll(extension.magics());
              imports.addAll(extension.imports());
            }
          });
    }
    return imports;
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
