package manabi.kernel.maven;

import java.util.Arrays;
import java.util.List;

/**
 * The name of an artifact.
 *
 * @param extension {@code jar} where the reader names none
 * @param classifier empty for the main artifact
 * @param version a version or a range of them; empty where the reader names none
 */
public record Coordinates(
    String groupId, String artifactId, String extension, String classifier, String version) {
  private static final String FORM =
      "GROUP:ARTIFACT:VERSION, GROUP:ARTIFACT:VERSION:CLASSIFIER or"
          + " GROUP:ARTIFACT:PACKAGING[:CLASSIFIER]:VERSION";

  /**
   * Reads coordinates as IJava and JJava take them.
   *
   * @throws MavenFailure if {@code text} is something else
   */
  public static Coordinates parse(String text) throws MavenFailure {
    List<String> parts = Arrays.asList(text.split(":", -1));
    if (parts.size() < 2 || parts.size() > 5 || !parts.stream().allMatch(Coordinates::isName)) {
      throw new MavenFailure("expected " + FORM + ", was " + text);
    }
    String group = parts.get(0);
    String artifact = parts.get(1);
    return switch (parts.size()) {
      case 2 -> new Coordinates(group, artifact, "jar", "", "");
      case 3 -> new Coordinates(group, artifact, "jar", "", parts.get(2));
      case 4 ->
          isVersion(parts.get(2)) && !isVersion(parts.get(3))
              ? new Coordinates(group, artifact, "jar", parts.get(3), parts.get(2))
              : new Coordinates(group, artifact, parts.get(2), "", parts.get(3));
      default -> new Coordinates(group, artifact, parts.get(2), parts.get(3), parts.get(4));
    };
  }

  private static boolean isName(String part) {
    return part.matches("[\\w.\\-+\\[\\](),]+");
  }

  private static boolean isVersion(String part) {
    return part.matches("[\\[(]?v?\\d.*") || part.equals("LATEST") || part.equals("RELEASE");
  }

  /** Returns these coordinates with another version. */
  Coordinates withVersion(String other) {
    return new Coordinates(groupId, artifactId, extension, classifier, other);
  }

  /** Returns the coordinates as the reader writes them. */
  @Override
  public String toString() {
    String packaging = extension.equals("jar") && classifier.isEmpty() ? "" : ":" + extension;
    return groupId
        + ":"
        + artifactId
        + packaging
        + (classifier.isEmpty() ? "" : ":" + classifier)
        + (version.isEmpty() ? "" : ":" + version);
  }
}
