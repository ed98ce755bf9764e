package manabi.kernel.maven;

import eu.maveniverse.maven.mima.context.Context;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;

/** The settings and repositories for one task. */
final class MavenSession implements AutoCloseable {
  private final Context context;
  private final DefaultRepositorySystemSession session;
  private final List<RemoteRepository> repositories;

  private MavenSession(Context context, Map<String, String> more) {
    this.context = context;
    session = new DefaultRepositorySystemSession(context.repositorySystemSession());
    // Who tries again has changed something: what was not found is looked for anew.
    session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false));
    repositories = withMore(context.remoteRepositories(), bare(more));
  }

  /**
   * Reads the settings.
   *
   * @param more addresses of repositories by id, besides those of the settings
   */
  static MavenSession open(Path mavenHome, Map<String, String> more, DownloadProgress listener)
      throws MavenFailure {
    return new MavenSession(UserSettings.open(mavenHome, listener), more);
  }

  private static List<RemoteRepository> bare(Map<String, String> urls) {
    return urls.entrySet().stream()
        .map(entry -> new RemoteRepository.Builder(entry.getKey(), "default", entry.getValue()))
        .map(RemoteRepository.Builder::build)
        .toList();
  }

  /** Returns all repositories, those added with the settings' mirrors, proxies and passwords. */
  private List<RemoteRepository> withMore(
      List<RemoteRepository> first, List<RemoteRepository> added) {
    List<RemoteRepository> all = new ArrayList<>(first);
    for (RemoteRepository repository :
        context.repositorySystem().newResolutionRepositories(session, added)) {
      all.removeIf(known -> known.getId().equals(repository.getId()));
      all.add(repository);
    }
    return all;
  }

  List<ResolvedJar> resolve(List<Coordinates> artifacts) throws MavenFailure {
    List<Dependency> roots = new ArrayList<>();
    for (Coordinates artifact : artifacts) {
      if (artifact.version().isEmpty()) {
        throw versions().missing(artifact);
      }
      roots.add(new Dependency(artifact(artifact), JavaScopes.COMPILE));
    }
    return resolve(roots, List.of(), repositories);
  }

  private static Artifact artifact(Coordinates name) {
    return new DefaultArtifact(
        name.groupId(), name.artifactId(), name.classifier(), name.extension(), name.version());
  }

  List<ResolvedJar> resolvePom(Path file, Set<String> scopes) throws MavenFailure {
    ArtifactDescriptorResult pom =
        PomFile.read(file, context.repositorySystem(), session, repositories);
    List<Dependency> roots =
        pom.getDependencies().stream()
            .filter(dependency -> scopes.contains(dependency.getScope()))
            .map(dependency -> dependency.setScope(JavaScopes.COMPILE))
            .toList();
    return resolve(
        roots, pom.getManagedDependencies(), withMore(repositories, pom.getRepositories()));
  }

  private List<ResolvedJar> resolve(
      List<Dependency> roots, List<Dependency> managed, List<RemoteRepository> from)
      throws MavenFailure {
    CollectRequest collect =
        new CollectRequest()
            .setDependencies(roots)
            .setManagedDependencies(managed)
            .setRepositories(from);
    DependencyRequest request =
        new DependencyRequest(collect, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
    try {
      return jars(
          context.repositorySystem().resolveDependencies(session, request).getArtifactResults());
    } catch (DependencyResolutionException e) {
      throw new Failures(session, versions(), from).of(e);
    }
  }

  private KnownVersions versions() {
    return new KnownVersions(context.repositorySystem(), session, repositories);
  }

  private static List<ResolvedJar> jars(Collection<ArtifactResult> results) {
    return results.stream()
        .map(ArtifactResult::getArtifact)
        .filter(artifact -> !artifact.getExtension().equals("pom"))
        .map(
            artifact ->
                new ResolvedJar(
                    artifact.getGroupId(),
                    artifact.getArtifactId(),
                    artifact.getClassifier(),
                    artifact.getVersion(),
                    artifact.getFile().toPath().toAbsolutePath()))
        .collect(Collectors.toList());
  }

  @Override
  public void close() {
    context.close();
  }
}
