package manabi.kernel.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manabi.kernel.TestJars;

/** A Maven repository in a folder, and a user's folder of Maven whose settings lead to it only. */
public final class TestRepository {
  private final Path folder;
  private final Path repository;
  private final Path home;

  /** Makes an empty repository, a user's folder and a local repository below {@code folder}. */
  public TestRepository(Path folder) throws IOException {
    this.folder = folder;
    repository = Files.createDirectories(folder.resolve("remote"));
    home = Files.createDirectories(folder.resolve("m2"));
    settings("");
  }

  /** Returns the folder that stands for {@code ~/.m2}. */
  public Path home() {
    return home;
  }

  /** Returns the local repository. */
  public Path local() {
    return folder.resolve("local");
  }

  /** Returns the repository's folder. */
  public Path folder() {
    return repository;
  }

  /** Writes the settings, with more elements than the two repositories. */
  public void settings(String more) throws IOException {
    Files.writeString(
        home.resolve("settings.xml"),
        """
        <settings>
          <localRepository>%s</localRepository>
          <mirrors>
            <mirror><id>test</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>
          </mirrors>
          %s
        </settings>
        """
            .formatted(local(), repository.toUri(), more));
  }

  /** Adds a version of {@code test:name} with a class {@code test.Name} and dependencies. */
  public void add(String name, String version, String... dependencies) throws IOException {
    String type = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    String source =
        "package test; public class %s { public static String version() { return \"%s\"; } }"
            .formatted(type, version);
    TestJars.make(
        file(name, version, ".jar"),
        Files.createTempDirectory(folder, name),
        Map.of("test." + type, source),
        Map.of());
    addPom(name, version, "<dependencies>" + dependencies(dependencies) + "</dependencies>");
  }

  /** Returns the XML of dependencies written as {@code group:artifact:version}. */
  public static String dependencies(String... coordinates) {
    return Stream.of(coordinates)
        .map(text -> List.of(text.split(":", -1)))
        .map(
            part ->
                "<dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s</dependency>"
                    .formatted(
                        part.get(0),
                        part.get(1),
                        part.size() < 3 ? "" : "<version>" + part.get(2) + "</version>"))
        .collect(Collectors.joining("\n"));
  }

  /** Adds the POM of {@code test:name} and lists the version. */
  public void addPom(String name, String version, String content) throws IOException {
    Path pom = file(name, version, ".pom");
    Files.createDirectories(pom.getParent());
    Files.writeString(pom, pom(name, version, content));
    Path all = repository.resolve("test/" + name);
    List<String> versions;
    try (Stream<Path> folders = Files.list(all)) {
      versions =
          folders
              .filter(Files::isDirectory)
              .map(found -> "<version>" + found.getFileName() + "</version>")
              .sorted()
              .toList();
    }
    Files.writeString(
        all.resolve("maven-metadata.xml"),
        "<metadata><groupId>test</groupId><artifactId>%s</artifactId><versioning><versions>%s</versions></versioning></metadata>"
            .formatted(name, String.join("", versions)));
  }

  /** Returns the text of a POM of {@code test:name}. */
  public static String pom(String name, String version, String content) {
    return """
    <project>
      <modelVersion>4.0.0</modelVersion>
      <groupId>test</groupId>
      <artifactId>%s</artifactId>
      <version>%s</version>
      %s
    </project>
    """
        .formatted(name, version, content);
  }

  /** Returns where a file of {@code test:name} is in the repository. */
  public Path file(String name, String version, String ending) {
    return repository.resolve("test/%s/%s/%s-%s%s".formatted(name, version, name, version, ending));
  }
}
