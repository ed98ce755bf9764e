package manabi.kernel.magic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code %classpath PATH…}: makes the classes of jars and folders known; globs are expanded. */
final class ClasspathMagic implements LineMagic {
  private final ClassPath classPath;

  ClasspathMagic(ClassPath classPath) {
    this.classPath = classPath;
  }

  @Override
  public String name() {
    return "classpath";
  }

  @Override
  public MagicHelp help() {
    return new MagicHelp(
        "%classpath JAR_OR_FOLDER…",
        """
        Makes the classes of jars and of folders with classes known to the cells that follow. * and
        ? stand for any characters and any one. What the jars bring to the kernel (renderers,
        imports, magics) works at once.""",
        "%classpath build/classes libs/*.jar");
  }

  @Override
  public MagicResult run(MagicLine line) throws IOException {
    List<String> words = line.words();
    if (words.isEmpty()) {
      throw help().wrongUse("%classpath needs a jar or folder");
    }
    List<Path> found = new ArrayList<>();
    for (String word : words) {
      found.addAll(FoundFiles.at("%classpath", word));
    }
    return MagicResult.silent(classPath.add(found));
  }
}
