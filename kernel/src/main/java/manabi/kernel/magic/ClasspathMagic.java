package manabi.kernel.magic;

import io.github.spencerpark.jupyter.kernel.util.GlobFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import manabi.kernel.eval.JavaEngine;

/** {@code %classpath PATH…}: makes the classes of jars and folders known; globs are expanded. */
final class ClasspathMagic {
  private final JavaEngine engine;

  ClasspathMagic(JavaEngine engine) {
    this.engine = engine;
  }

  Object add(String name, List<String> args) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String arg : StandardMagics.atLeastOne(name + " JAR_OR_FOLDER…", args)) {
      List<Path> matches = matches(arg);
      if (matches.isEmpty()) {
        throw new IllegalArgumentException(name + " found no file or folder at " + arg);
      }
      found.addAll(matches);
    }
    found.forEach(path -> engine.addToClasspath(path.toAbsolutePath().toString()));
    return null;
  }

  private static List<Path> matches(String arg) throws IOException {
    if (!arg.contains("*") && !arg.contains("?")) {
      Path path = Path.of(arg);
      return Files.exists(path) ? List.of(path) : List.of();
    }
    List<Path> matches = new ArrayList<>();
    new GlobFinder(arg).computeMatchingPaths().forEach(matches::add);
    return matches;
  }
}
