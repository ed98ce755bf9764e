package manabi.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The jars that an installation copies for the cells. */
final class Libraries {
  private Libraries() {}

  /**
   * Returns the jars named and those in the folders named, in that order.
   *
   * @throws InstallFailure if one is missing, or two different ones have the same file name
   */
  static List<Path> jars(List<Path> jarsAndFolders) throws InstallFailure {
    Map<String, Path> byName = new LinkedHashMap<>();
    for (Path entry : jarsAndFolders) {
      for (Path jar : jars(entry)) {
        Path same = byName.putIfAbsent(jar.getFileName().toString(), jar);
        if (same != null && !same.equals(jar)) {
          throw new InstallFailure(
              "two libraries have the same file name: " + same + " and " + jar);
        }
      }
    }
    return List.copyOf(byName.values());
  }

  private static List<Path> jars(Path entry) throws InstallFailure {
    if (Files.isRegularFile(entry)) {
      return List.of(entry.toAbsolutePath());
    }
    if (!Files.isDirectory(entry)) {
      throw new InstallFailure("--library must be a jar or a folder, there is none at " + entry);
    }
    try (Stream<Path> files = Files.list(entry.toAbsolutePath())) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new InstallFailure("cannot read the folder " + entry + ": " + e.getMessage(), e);
    }
  }
}
