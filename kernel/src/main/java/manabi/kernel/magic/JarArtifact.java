package manabi.kernel.magic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a jar is, as far as it says so.
 *
 * @param groupId empty where unknown
 * @param artifactId with the classifier, if there is one; of a jar that does not say it, its path
 * @param version empty where unknown
 * @param file where it is, absolute
 */
record JarArtifact(String groupId, String artifactId, String version, Path file) {
  private static final Pattern NAME = Pattern.compile("(?<artifact>.+?)-(?<version>\\d.*)\\.jar");
  private static final Pattern METADATA = Pattern.compile("META-INF/maven/.+/pom\\.properties");

  /** Returns what the metadata that Maven puts into jars says, or else the name of the file. */
  static JarArtifact of(Path entry) {
    Path file = entry.toAbsolutePath().normalize();
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    if (!name.matches() || !Files.isRegularFile(file)) {
      return new JarArtifact("", file.toString(), "", file);
    }
    Properties metadata = metadata(file);
    String artifactId = metadata.getProperty("artifactId", "");
    String version = metadata.getProperty("version", "");
    // A classifier stands at the end: name-1.0-linux.jar.
    String start = artifactId + "-" + version;
    String rest = file.getFileName().toString().replaceFirst("\\.jar$", "");
    return !artifactId.isEmpty() && rest.startsWith(start)
        ? new JarArtifact(
            metadata.getProperty("groupId", ""),
            artifactId + rest.substring(start.length()),
            version,
            file)
        : new JarArtifact("", name.group("artifact"), name.group("version"), file);
  }

  /** Returns the only Maven metadata of a jar, or none: a jar of many artifacts is not one. */
  private static Properties metadata(Path jar) {
    Properties properties = new Properties();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> found =
          zip.stream().filter(entry -> METADATA.matcher(entry.getName()).matches()).toList();
      if (found.size() == 1) {
        try (InputStream in = zip.getInputStream(found.get(0))) {
          properties.load(in);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      properties.clear(); // Not readable as a jar: the name has to do.
    }
    return properties;
  }

  /**
   * Does nothing if the file can be on a class path.
   *
   * @throws IllegalArgumentException if it is a file and no jar: the compiler would not work any
   *     more with it on the class path
   */
  void throwIfUnreadable() {
    if (Files.isDirectory(file)) {
      return;
    }
    try (ZipFile jar = new ZipFile(file.toFile())) {
      jar.size();
    } catch (IOException e) {
      throw new IllegalArgumentException("%s is no jar: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Returns whether both are the same artifact, in whichever versions. */
  boolean isSameAs(JarArtifact other) {
    boolean sameGroup =
        groupId.isEmpty() || other.groupId.isEmpty() || groupId.equals(other.groupId);
    return file.equals(other.file) || (sameGroup && artifactId.equals(other.artifactId));
  }
}
