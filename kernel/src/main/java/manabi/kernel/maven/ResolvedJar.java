package manabi.kernel.maven;

import java.nio.file.Path;

/**
 * A file of an artifact in the local repository.
 *
 * @param classifier empty for the main one
 */
public record ResolvedJar(
    String groupId, String artifactId, String classifier, String version, Path file) {}
