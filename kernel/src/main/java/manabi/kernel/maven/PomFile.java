package manabi.kernel.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;

/** A POM outside of repositories, read as the resolver reads those inside, parents and all. */
final class PomFile implements WorkspaceReader {
  private static final Artifact NAME = new DefaultArtifact("manabi.notebook", "cell", "pom", "1");

  private final WorkspaceRepository repository = new WorkspaceRepository("notebook");
  private final File file;

  private PomFile(Path file) {
    this.file = file.toAbsolutePath().toFile();
  }

  /**
   * Returns what the POM says with its parents and imported POMs.
   *
   * @throws MavenFailure if it is not there or wrong
   */
  static ArtifactDescriptorResult read(
      Path file,
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories)
      throws MavenFailure {
    DefaultRepositorySystemSession strict = new DefaultRepositorySystemSession(session);
    strict.setWorkspaceReader(new PomFile(file));
    strict.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(false, false));
    try {
      return system.readArtifactDescriptor(
          strict, new ArtifactDescriptorRequest(NAME, repositories, ""));
    } catch (ArtifactDescriptorException e) {
      throw new MavenFailure("the POM is wrong: " + problems(e));
    }
  }

  private static String problems(ArtifactDescriptorException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause.getMessage().replaceAll("\\s*\\R\\s*", "; ");
  }

  @Override
  public WorkspaceRepository getRepository() {
    return repository;
  }

  @Override
  public File findArtifact(Artifact artifact) {
    boolean isThis =
        artifact.getGroupId().equals(NAME.getGroupId())
            && artifact.getArtifactId().equals(NAME.getArtifactId());
    return isThis ? file : null;
  }

  @Override
  public List<String> findVersions(Artifact artifact) {
    return List.of();
  }
}
