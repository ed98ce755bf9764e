package manabi.kernel.magic;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import manabi.kernel.maven.Coordinates;
import manabi.kernel.maven.MavenFailure;
import manabi.kernel.maven.MavenResolver;
import manabi.kernel.maven.ResolvedJar;

/** Puts what Maven finds on the class path of the cells. */
final class MavenClassPath {
  private final MavenResolver resolver;
  private final ClassPath classPath;

  MavenClassPath(MavenResolver resolver, ClassPath classPath) {
    this.resolver = resolver;
    this.classPath = classPath;
  }

  void addRepository(String id, String url) {
    resolver.addRepository(id, url);
  }

  /** Adds artifacts and what they need, and returns the paths of the jars. */
  List<String> add(List<Coordinates> artifacts) throws MavenFailure, InterruptedException {
    return addJars(resolver.resolve(artifacts));
  }

  /** Adds the dependencies of a POM and what they need, and returns the paths of the jars. */
  List<String> addPom(Path pom, Set<String> scopes) throws MavenFailure, InterruptedException {
    return addJars(resolver.resolvePom(pom, scopes));
  }

  private List<String> addJars(List<ResolvedJar> jars) {
    return classPath.addArtifacts(jars.stream().map(MavenClassPath::artifact).toList());
  }

  private static JarArtifact artifact(ResolvedJar jar) {
    String classifier = jar.classifier().isEmpty() ? "" : "-" + jar.classifier();
    return new JarArtifact(jar.groupId(), jar.artifactId() + classifier, jar.version(), jar.file());
  }
}
