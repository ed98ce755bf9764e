package manabi.kernel.magic;

import io.github.spencerpark.jupyter.kernel.util.GlobFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files and folders that a path or glob stands for. */
final class FoundFiles {
  private FoundFiles() {}

  /**
   * Returns what is there, at least one.
   *
   * @param magic who looks for it
   * @throws IllegalArgumentException if there is nothing
   */
  static List<Path> at(String magic, String glob) throws IOException {
    List<Path> matches = new ArrayList<>();
    if (glob.contains("*") || glob.contains("?")) {
      new GlobFinder(glob).computeMatchingPaths().forEach(matches::add);
    } else if (Files.exists(Path.of(glob))) {
      matches.add(Path.of(glob));
    }
    if (matches.isEmpty()) {
      throw new IllegalArgumentException(magic + " found no file or folder at " + glob);
    }
    return matches;
  }
}
