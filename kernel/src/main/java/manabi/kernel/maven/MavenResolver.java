package manabi.kernel.maven;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import manabi.kernel.display.LiveDisplay;

/**
 * Finds artifacts and what they need. Each call reads {@code settings.xml} anew, shows its progress
 * if it has to download, and can be interrupted; then nothing half-written is used.
 */
public final class MavenResolver {
  private final Path mavenHome;
  private final LiveDisplay display;
  private final Map<String, String> repositories = new LinkedHashMap<>();

  /**
   * Makes a resolver that knows the repositories of the settings.
   *
   * @param mavenHome the user's folder of Maven, which has {@code settings.xml} and, where that and
   *     the system property {@code maven.repo.local} say nothing else, the local repository
   * @param display where progress is shown
   */
  public MavenResolver(Path mavenHome, LiveDisplay display) {
    this.mavenHome = mavenHome;
    this.display = display;
  }

  /** Adds a repository, or gives the one of that id another address. */
  public synchronized void addRepository(String id, String url) {
    repositories.put(id, url);
  }

  /**
   * Returns the files of artifacts and of all that they need to run, downloaded where they are not
   * in the local repository.
   *
   * @throws MavenFailure if one is not there, or cannot be loaded
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  public List<ResolvedJar> resolve(List<Coordinates> artifacts)
      throws MavenFailure, InterruptedException {
    return inSession(session -> session.resolve(artifacts));
  }

  /**
   * Returns the files of a POM's dependencies and of all that they need to run.
   *
   * @param scopes the scopes of the dependencies to take, for example {@code compile}
   * @throws MavenFailure if the POM is wrong, or a dependency is not there or cannot be loaded
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  public List<ResolvedJar> resolvePom(Path pom, Set<String> scopes)
      throws MavenFailure, InterruptedException {
    return inSession(session -> session.resolvePom(pom, scopes));
  }

  @FunctionalInterface
  private interface Work {
    List<ResolvedJar> in(MavenSession session) throws MavenFailure;
  }

  private List<ResolvedJar> inSession(Work work) throws MavenFailure, InterruptedException {
    Map<String, String> more;
    synchronized (this) {
      more = Map.copyOf(repositories);
    }
    DownloadProgress progress = new DownloadProgress(display);
    return Cancellable.run(
        () -> {
          try (MavenSession session = MavenSession.open(mavenHome, more, progress)) {
            return work.in(session);
          } finally {
            progress.end();
          }
        },
        progress::cancel);
  }
}
