package manabi.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import manabi.kernel.maven.Coordinates;
import manabi.kernel.maven.MavenFailure;

/** {@code %maven GROUP:ARTIFACT:VERSION…}: makes artifacts and all that they need known. */
final class MavenMagic implements LineMagic {
  private static final String FROM = "--from=";

  private final MavenClassPath maven;

  MavenMagic(MavenClassPath maven) {
    this.maven = maven;
  }

  @Override
  public String name() {
    return "maven";
  }

  @Override
  public List<String> aliases() {
    return List.of("addMavenDependency", "addMavenDependencies");
  }

  @Override
  public MagicHelp help() {
    return new MagicHelp(
        "%maven [--from=URL] GROUP:ARTIFACT:VERSION…",
        """
        Makes the classes of Maven artifacts, and of all that they need, known to the cells that
        follow. GROUP:ARTIFACT:VERSION:CLASSIFIER and GROUP:ARTIFACT:PACKAGING[:CLASSIFIER]:VERSION
        work too. What is in the local repository is not loaded again; the rest comes from Maven
        Central and the repositories of settings.xml, of %mavenRepo and of --from, through the
        mirrors and proxies of settings.xml. The value is the list of the jars' paths.""",
        """
        %maven org.apache.commons:commons-math3:3.6.1
        import org.apache.commons.math3.primes.Primes;
        Primes.isPrime(97)""");
  }

  @Override
  public MagicResult run(MagicLine line) throws MavenFailure, InterruptedException {
    List<Coordinates> artifacts = new ArrayList<>();
    for (String word : line.words()) {
      if (word.startsWith(FROM)) {
        String url = word.substring(FROM.length());
        maven.addRepository(url, url);
      } else if (word.startsWith("-")) {
        throw help().wrongUse("%maven has no option " + word);
      } else {
        artifacts.add(Coordinates.parse(word));
      }
    }
    if (artifacts.isEmpty()) {
      throw help().wrongUse("%maven needs an artifact");
    }
    return MagicResult.silent(maven.add(artifacts));
  }
}
