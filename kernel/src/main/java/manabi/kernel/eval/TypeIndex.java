package manabi.kernel.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The names of the types that an import can make known, found without reading the types. It may be
 * asked from every thread.
 */
public final class TypeIndex {
  private static final String CLASS = ".class";

  private final Set<String> places = new HashSet<>();
  private final NavigableMap<String, List<String>> packagesByType = new TreeMap<>();
  private final NavigableMap<String, Set<String>> typesByPackage = new TreeMap<>();

  /** Adds the types of the JDK and of {@code classpath} that are not in the index yet. */
  synchronized void add(List<String> classpath) {
    if (places.add("JDK")) {
      ModuleLayer.boot().modules().forEach(module -> addModule(module.getDescriptor()));
    }
    for (String place : classpath) {
      if (places.add(place)) {
        addPlace(Path.of(place));
      }
    }
  }

  private void addModule(ModuleDescriptor module) {
    Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module.name());
    for (ModuleDescriptor.Exports exported : module.exports()) {
      Path folder = root.resolve(exported.source().replace('.', '/'));
      if (!exported.isQualified() && Files.isDirectory(folder)) {
        addFiles(root, folder, 1);
      }
    }
  }

  private void addPlace(Path place) {
    if (Files.isDirectory(place)) {
      addFiles(place, place, Integer.MAX_VALUE);
    } else if (Files.isRegularFile(place) && !place.equals(ownJar())) {
      try (JarFile jar = new JarFile(place.toFile())) {
        jar.stream().forEach(entry -> addFile(entry.getName()));
      } catch (IOException e) {
        // Not a jar: the compiler finds nothing in it either.
        return;
      }
    }
  }

  /** Returns the kernel's jar, whose types are no part of what cells use. */
  private static Path ownJar() {
    try {
      return Path.of(TypeIndex.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void addFiles(Path root, Path folder, int depth) {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      files.forEach(file -> addFile(root.relativize(file).toString().replace('\\', '/')));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addFile(String name) {
    int slash = name.lastIndexOf('/');
    boolean isType = name.endsWith(CLASS) && !name.contains("$") && !name.contains("-");
    if (isType && slash > 0) {
      String parent = name.substring(0, slash).replace('/', '.').intern();
      String type = name.substring(slash + 1, name.length() - CLASS.length());
      if (typesByPackage.computeIfAbsent(parent, key -> new TreeSet<>()).add(type)) {
        packagesByType.merge(type, List.of(parent), TypeIndex::joined);
      }
    }
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** Returns the full names of the types whose simple names begin with {@code prefix}. */
  public synchronized List<String> typesStartingWith(String prefix) {
    List<String> names = new ArrayList<>();
    packagesByType
        .subMap(prefix, prefix + Character.MAX_VALUE)
        .forEach((type, packages) -> packages.forEach(parent -> names.add(parent + "." + type)));
    return names;
  }

  /** Returns the full names of the types with a simple name. */
  synchronized List<String> typesNamed(String name) {
    return packagesByType.getOrDefault(name, List.of()).stream()
        .map(parent -> parent + "." + name)
        .toList();
  }

  /** Returns the full names of the types in a package. */
  public synchronized List<String> typesIn(String packageName) {
    return typesByPackage.getOrDefault(packageName, new TreeSet<>()).stream()
        .map(type -> packageName + "." + type)
        .toList();
  }

  /** Returns the last names of the packages in a package; an empty name has the outermost. */
  public synchronized Set<String> packagesIn(String packageName) {
    String start = packageName.isEmpty() ? "" : packageName + ".";
    Set<String> names = new TreeSet<>();
    for (String name : typesByPackage.subMap(start, start + Character.MAX_VALUE).keySet()) {
      names.add(name.substring(start.length()).split("\\.", 2)[0]);
    }
    return names;
  }
}
