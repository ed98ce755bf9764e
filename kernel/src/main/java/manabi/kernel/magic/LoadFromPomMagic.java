package manabi.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import manabi.kernel.maven.MavenFailure;
import manabi.kernel.maven.PomFragments;

/** {@code %loadFromPOM FILE}: makes the dependencies of a POM known. */
final class LoadFromPomMagic implements LineMagic, CellMagic {
  private static final Set<String> SCOPES =
      Set.of("compile", "runtime", "system", "provided", "test", "import");
  private static final Set<String> DEFAULT = Set.of("compile", "runtime", "system");

  private final MavenClassPath maven;

  LoadFromPomMagic(MavenClassPath maven) {
    this.maven = maven;
  }

  @Override
  public String name() {
    return "loadFromPOM";
  }

  @Override
  public MagicHelp help() {
    return new MagicHelp(
        "%loadFromPOM POM_FILE [SCOPE…]\n%%loadFromPOM [SCOPE…]",
        """
        Makes the dependencies of a Maven project known to the cells that follow. As a magic for a
        cell it takes the POM, or pieces of one such as <dependency> and <repository>, from the
        lines below. Without scopes, those of compile, runtime and system are taken.""",
        """
        %%loadFromPOM
        <dependency>
          <groupId>org.apache.commons</groupId>
          <artifactId>commons-math3</artifactId>
          <version>3.6.1</version>
        </dependency>""");
  }

  @Override
  public MagicResult run(MagicLine line) throws MavenFailure, InterruptedException {
    List<String> words = line.words();
    if (words.isEmpty()) {
      throw help().wrongUse("%loadFromPOM needs a file");
    }
    Path pom = Path.of(words.get(0)).toAbsolutePath();
    if (!Files.isRegularFile(pom)) {
      throw new IllegalArgumentException("%loadFromPOM found no file at " + pom);
    }
    return MagicResult.silent(maven.addPom(pom, scopes(words.subList(1, words.size()))));
  }

  @Override
  public MagicResult run(MagicLine line, String body)
      throws IOException, MavenFailure, InterruptedException {
    Set<String> scopes = scopes(line.words());
    String text = PomFragments.complete(body);
    Path folder = Files.createTempDirectory("manabi-pom");
    Path pom = folder.resolve("pom.xml");
    try {
      return MagicResult.silent(maven.addPom(Files.writeString(pom, text), scopes));
    } finally {
      Files.deleteIfExists(pom);
      Files.deleteIfExists(folder);
    }
  }

  private Set<String> scopes(List<String> words) {
    for (String word : words) {
      if (!SCOPES.contains(word)) {
        throw help().wrongUse("there is no scope " + word);
      }
    }
    return words.isEmpty() ? DEFAULT : Set.copyOf(words);
  }
}
