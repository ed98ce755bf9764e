package manabi.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code %jars PATH…}: makes the classes of jars known; of a folder, those of all jars in it. */
final class JarsMagic implements LineMagic {
  private final ClassPath classPath;

  JarsMagic(ClassPath classPath) {
    this.classPath = classPath;
  }

  @Override
  public String name() {
    return "jars";
  }

  @Override
  public MagicHelp help() {
    return new MagicHelp(
        "%jars JAR_OR_FOLDER_OF_JARS…",
        """
        Makes the classes of jars known to the cells that follow. Of a folder, all jars in it are
        meant. * and ? stand for any characters and any one. The value is the list of paths.""",
        "List<String> added = %jars libs/*.jar");
  }

  @Override
  public MagicResult run(MagicLine line) throws IOException {
    List<String> words = line.words();
    if (words.isEmpty()) {
      throw help().wrongUse("%jars needs a jar or a folder of jars");
    }
    List<Path> jars = new ArrayList<>();
    for (String word : words) {
      for (Path path : FoundFiles.at("%jars", word)) {
        jars.addAll(Files.isDirectory(path) ? jarsIn(path) : List.of(path));
      }
    }
    return MagicResult.silent(classPath.add(jars));
  }

  private static List<Path> jarsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
