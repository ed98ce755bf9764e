package manabi.kernel.maven;

/** Artifacts that were not found or not loaded, in words for the reader. */
public final class MavenFailure extends Exception {
  MavenFailure(String message) {
    super(message, null, false, false); // Where in the resolver it happened helps no reader.
  }
}
