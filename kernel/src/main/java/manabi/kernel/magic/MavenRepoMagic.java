package manabi.kernel.magic;

import java.net.URI;
import java.util.List;

/** {@code %mavenRepo ID URL}: names a repository for {@code %maven}. */
final class MavenRepoMagic implements LineMagic {
  private final MavenClassPath maven;

  MavenRepoMagic(MavenClassPath maven) {
    this.maven = maven;
  }

  @Override
  public String name() {
    return "mavenRepo";
  }

  @Override
  public List<String> aliases() {
    return List.of("addMavenRepo");
  }

  @Override
  public MagicHelp help() {
    return new MagicHelp(
        "%mavenRepo ID URL",
        """
        Names a repository in which %maven and %loadFromPOM look besides the others. A server of
        that id in settings.xml gives the user and password, a mirror there stands in for it.""",
        "%mavenRepo mine file:/srv/maven");
  }

  @Override
  public MagicResult run(MagicLine line) {
    List<String> words = line.words();
    if (words.size() != 2) {
      throw help().wrongUse("%mavenRepo needs an id and an address");
    }
    if (!hasScheme(words.get(1))) {
      throw help().wrongUse("the address must be like https://… or file:/…, was " + words.get(1));
    }
    maven.addRepository(words.get(0), words.get(1));
    return MagicResult.nothing();
  }

  private static boolean hasScheme(String url) {
    try {
      return URI.create(url).getScheme() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
