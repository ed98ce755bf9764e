package manabi.kernel.magic;

import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manabi.kernel.eval.JavaEngine;

/**
 * The class path of the cells: what the kernel was started with, then what magics add. A class is
 * taken from the first entry that has it, so of each artifact only one version is useful.
 */
final class ClassPath {
  private final JavaEngine engine;
  private final String start;
  private final Consumer<ClassLoader> extended;
  private final PrintStream out;
  private final List<JarArtifact> known = new ArrayList<>();

  /**
   * Makes the class path of an engine.
   *
   * @param start the class path that the kernel was started with
   * @param extended is told each time when more classes can be found
   * @param out where notes are printed
   */
  ClassPath(JavaEngine engine, String start, Consumer<ClassLoader> extended, PrintStream out) {
    this.engine = engine;
    this.start = start;
    this.extended = extended;
    this.out = out;
  }

  /** Adds jars and folders, and returns the paths of those that were not there yet. */
  synchronized List<String> add(List<Path> files) {
    return addArtifacts(files.stream().map(JarArtifact::of).toList());
  }

  /**
   * Adds jars and folders, and returns the paths of those that were not there yet. What is there in
   * another version is left out, with a note.
   */
  synchronized List<String> addArtifacts(List<JarArtifact> artifacts) {
    artifacts.forEach(JarArtifact::throwIfUnreadable);
    if (known.isEmpty()) {
      known.addAll(atStart());
    }
    List<String> added = new ArrayList<>();
    for (JarArtifact artifact : artifacts) {
      Optional<JarArtifact> same = known.stream().filter(artifact::isSameAs).findFirst();
      if (same.isEmpty()) {
        known.add(artifact);
        added.add(artifact.file().toString());
      } else if (!same.get().version().equals(artifact.version())) {
        out.println(note(artifact, same.get()));
      }
    }
    if (!added.isEmpty()) {
      engine.addToClasspath(String.join(File.pathSeparator, added));
      extended.accept(engine.cellClassLoader());
    }
    return List.copyOf(added);
  }

  private String note(JarArtifact left, JarArtifact there) {
    String advice =
        atStart().contains(there)
            ? "it came with the kernel"
            : "to change the version, restart the kernel";
    return "note: %s %s is left out, version %s is on the class path already (%s)"
        .formatted(left.artifactId(), left.version(), there.version(), advice);
  }

  private List<JarArtifact> atStart() {
    return Stream.of(start.split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> JarArtifact.of(Path.of(entry)))
        .collect(Collectors.toList());
  }
}
