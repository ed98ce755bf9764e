package manabi.kernel.assist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The sources of classes, where they are on this machine: the JDK's {@code src.zip}, and for a jar
 * its {@code -sources.jar}, beside it or in the local Maven repository.
 */
final class Sources {
  private final Path jdk;
  private final Path repository;
  private final Map<Path, Optional<ZipFile>> archives = new HashMap<>();
  private final Map<Path, Optional<Path>> sourceJars = new HashMap<>();

  /**
   * Looks in two places.
   *
   * @param jdk the JDK's folder
   * @param repository the local Maven repository
   */
  Sources(Path jdk, Path repository) {
    this.jdk = jdk;
    this.repository = repository;
  }

  static Sources ofThisMachine() {
    Path home = Path.of(System.getProperty("user.home"), ".m2", "repository");
    String repository = System.getProperty("maven.repo.local", home.toString());
    return new Sources(Path.of(System.getProperty("java.home")), Path.of(repository));
  }

  /** Returns the source of a type of the JDK. */
  Optional<String> ofJdk(String module, String type) {
    return text(jdk.resolve("lib/src.zip"), module + "/" + file(type));
  }

  /** Returns the source of a type in a jar. */
  Optional<String> ofJar(Path jar, String type) {
    return sourceJars
        .computeIfAbsent(jar, this::sourceJar)
        .flatMap(sources -> text(sources, file(type)));
  }

  private static String file(String type) {
    return type.replace('.', '/') + ".java";
  }

  private Optional<Path> sourceJar(Path jar) {
    String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
    Path beside = jar.resolveSibling(name + "-sources.jar");
    if (Files.isRegularFile(beside)) {
      return Optional.of(beside);
    }
    return archive(jar).flatMap(opened -> inRepository(opened, name)).filter(Files::isRegularFile);
  }

  /** Returns where Maven keeps the sources of the jar, which says inside what it is. */
  private Optional<Path> inRepository(ZipFile jar, String name) {
    return jar.stream()
        .filter(entry -> entry.getName().matches("META-INF/maven/.*/pom\\.properties"))
        .map(entry -> properties(jar, entry))
        .filter(artifact -> name.equals(id(artifact)))
        .map(
            artifact ->
                repository
                    .resolve(artifact.getProperty("groupId").replace('.', '/'))
                    .resolve(artifact.getProperty("artifactId"))
                    .resolve(artifact.getProperty("version"))
                    .resolve(name + "-sources.jar"))
        .findFirst();
  }

  private static String id(Properties artifact) {
    return artifact.getProperty("artifactId") + "-" + artifact.getProperty("version");
  }

  private static Properties properties(ZipFile jar, ZipEntry entry) {
    try (InputStream stream = jar.getInputStream(entry)) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> text(Path archive, String name) {
    return archive(archive)
        .flatMap(opened -> Optional.ofNullable(opened.getEntry(name)).map(e -> text(opened, e)));
  }

  private static String text(ZipFile archive, ZipEntry entry) {
    try (InputStream stream = archive.getInputStream(entry)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns an archive, which stays open: its list of files is long. */
  private Optional<ZipFile> archive(Path path) {
    return archives.computeIfAbsent(path, Sources::open);
  }

  private static Optional<ZipFile> open(Path path) {
    try {
      return Files.isReadable(path) ? Optional.of(new ZipFile(path.toFile())) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // No archive: a class path may have anything on it.
    }
  }
}
