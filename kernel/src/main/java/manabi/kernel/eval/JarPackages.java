package manabi.kernel.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The packages with classes in jars, each jar being looked into once. */
final class JarPackages {
  /** Shared by all that read jars: a jar is the same for each. */
  static final JarPackages OF_THIS_JVM = new JarPackages();

  private static final String CLASS = ".class";

  private final Map<Path, Set<String>> known = new ConcurrentHashMap<>();

  private JarPackages() {}

  /** Returns false if a jar has no class in a package; of folders this is not known. */
  boolean mayHave(Path entry, String packageName) {
    return !Files.isRegularFile(entry) || packages(entry).contains(packageName);
  }

  Set<String> packages(Path jar) {
    return known.computeIfAbsent(jar, JarPackages::read);
  }

  private static Set<String> read(Path jar) {
    Set<String> packages = new HashSet<>();
    try (ZipFile file = new ZipFile(jar.toFile())) {
      file.stream().map(ZipEntry::getName).forEach(name -> add(name, packages));
    } catch (IOException e) {
      return Set.of(); // No jar: the compiler finds nothing in it either.
    }
    return packages;
  }

  private static void add(String name, Set<String> packages) {
    int end = name.lastIndexOf('/');
    if (name.endsWith(CLASS)) {
      packages.add(end < 0 ? "" : name.substring(0, end).replace('/', '.'));
    }
  }
}
