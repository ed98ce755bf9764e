package manabi.kernel.maven;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.version.Version;

/** The versions of artifacts that repositories list, for messages that say what there is. */
final class KnownVersions {
  private static final int SHOWN = 5;
  private static final Pattern UNFINISHED =
      Pattern.compile("(?i).*(snapshot|alpha|beta|[.-](m|rc|cr|ea)[.-]?\\d*).*");

  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;

  KnownVersions(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.system = system;
    this.session = session;
    this.repositories = repositories;
  }

  /** Returns the failure for coordinates without a version, which says what to write. */
  MavenFailure missing(Coordinates artifact) {
    String version = newest(artifact.groupId(), artifact.artifactId());
    return new MavenFailure(
        "which version of "
            + artifact
            + "? Write for example %maven "
            + artifact.withVersion(version.isEmpty() ? "VERSION" : version));
  }

  private String newest(String groupId, String artifactId) {
    List<String> all = newestFirst(groupId, artifactId);
    return all.stream()
        .filter(version -> !UNFINISHED.matcher(version).matches())
        .findFirst()
        .orElse(all.isEmpty() ? "" : all.get(0));
  }

  /** Returns a sentence about the versions there are, or an empty text if none is known. */
  String sentence(String groupId, String artifactId) {
    List<String> versions = newestFirst(groupId, artifactId);
    return versions.isEmpty()
        ? ""
        : "; there are "
            + String.join(", ", versions.subList(0, Math.min(SHOWN, versions.size())))
            + (versions.size() > SHOWN ? " and " + (versions.size() - SHOWN) + " older ones" : "");
  }

  private List<String> newestFirst(String groupId, String artifactId) {
    VersionRangeRequest request =
        new VersionRangeRequest(
            new DefaultArtifact(groupId, artifactId, "jar", "[0,)"), repositories, "");
    try {
      List<String> versions = new ArrayList<>();
      for (Version version : system.resolveVersionRange(session, request).getVersions()) {
        versions.add(version.toString());
      }
      Collections.reverse(versions);
      return versions;
    } catch (VersionRangeResolutionException e) {
      return List.of();
    }
  }
}
