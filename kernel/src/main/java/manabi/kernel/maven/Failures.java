package manabi.kernel.maven;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.RepositoryOfflineException;

/** The resolver's exceptions in words that say what to do. */
final class Failures {
  private final RepositorySystemSession session;
  private final KnownVersions versions;
  private final List<RemoteRepository> repositories;

  Failures(
      RepositorySystemSession session,
      KnownVersions versions,
      List<RemoteRepository> repositories) {
    this.session = session;
    this.versions = versions;
    this.repositories = repositories;
  }

  MavenFailure of(Exception failure) {
    ArtifactTransferException transfer = find(failure, ArtifactTransferException.class);
    if (transfer == null) {
      return new MavenFailure(root(failure));
    }
    boolean offline =
        session.isOffline() || find(failure, RepositoryOfflineException.class) != null;
    String message =
        offline
            ? offline(transfer.getArtifact())
            : transfer instanceof ArtifactNotFoundException
                ? notFound(transfer.getArtifact())
                : notLoaded(transfer);
    return new MavenFailure(message);
  }

  private String offline(Artifact artifact) {
    return "%s is not in the local repository %s, and Maven is offline (settings.xml)"
        .formatted(name(artifact), session.getLocalRepository().getBasedir());
  }

  private String notFound(Artifact artifact) {
    String known = versions.sentence(artifact.getGroupId(), artifact.getArtifactId());
    String advice =
        known.isEmpty() ? "; check the spelling, or name its repository: %mavenRepo ID URL" : known;
    return "there is no " + name(artifact) + " in " + places() + advice;
  }

  private String notLoaded(ArtifactTransferException failure) {
    RemoteRepository repository = failure.getRepository();
    return "cannot load %s from %s: %s; check the network, and the proxy in settings.xml"
        .formatted(
            name(failure.getArtifact()),
            repository == null ? places() : place(repository),
            root(failure));
  }

  private String places() {
    return repositories.stream().map(Failures::place).collect(Collectors.joining(", "));
  }

  private static String place(RemoteRepository repository) {
    return repository.getId() + " (" + repository.getUrl() + ")";
  }

  private static String name(Artifact artifact) {
    return new Coordinates(
            artifact.getGroupId(),
            artifact.getArtifactId(),
            artifact.getExtension().replace("pom", "jar"), // Its POM is looked for first.
            artifact.getClassifier(),
            artifact.getVersion())
        .toString();
  }

  private static <T extends Throwable> T find(Throwable failure, Class<T> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }

  /** Returns what lies at the bottom of a failure. */
  static String root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String name = root.getClass().getSimpleName();
    return root.getMessage() == null ? name : root.getMessage() + " (" + name + ")";
  }
}
