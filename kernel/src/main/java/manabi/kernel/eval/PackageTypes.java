package manabi.kernel.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The types of packages by their simple names, found without reading the types. */
final class PackageTypes {
  private static final String CLASS = ".class";

  private final List<Path> classpath;

  PackageTypes(List<Path> classpath) {
    this.classpath = classpath;
  }

  /** Returns the names of a package's types; none where there is no such package. */
  Set<String> of(String packageName) {
    Set<String> types = new HashSet<>();
    try {
      addPlatform(packageName, types);
      for (Path entry : classpath) {
        if (Files.isDirectory(entry)) {
          addFolder(entry.resolve(packageName.replace('.', '/')), types);
        } else if (Files.isRegularFile(entry)
            && JarPackages.OF_THIS_JVM.mayHave(entry, packageName)) {
          addJar(entry, packageName.replace('.', '/') + "/", types);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return types;
  }

  private static void addPlatform(String packageName, Set<String> types) throws IOException {
    FileSystem platform = FileSystems.getFileSystem(URI.create("jrt:/"));
    Path links = platform.getPath("/packages", packageName);
    if (Files.isDirectory(links)) {
      try (Stream<Path> modules = Files.list(links)) {
        for (Path module : modules.toList()) {
          String name = module.getFileName().toString();
          addFolder(platform.getPath("/modules", name, packageName.replace('.', '/')), types);
        }
      }
    }
  }

  private static void addFolder(Path folder, Set<String> types) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.forEach(file -> add(file.getFileName().toString(), types));
      }
    }
  }

  private static void addJar(Path jar, String folder, Set<String> types) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      file.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith(folder) && name.indexOf('/', folder.length()) < 0)
          .forEach(name -> add(name.substring(folder.length()), types));
    }
  }

  private static void add(String file, Set<String> types) {
    if (file.endsWith(CLASS)) {
      types.add(file.substring(0, file.length() - CLASS.length()));
    }
  }
}
