package manabi.kernel.maven;

import static manabi.kernel.maven.TestRepository.dependencies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import manabi.kernel.TestJars;
import manabi.kernel.display.LiveDisplay;
import manabi.kernel.display.MimeBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenResolverTest {
  private static final Set<String> COMPILE = Set.of("compile");

  @TempDir private Path temp;
  private TestRepository repository;
  private final List<String> shown = new ArrayList<>();
  private MavenResolver resolver;

  @BeforeEach
  void start() throws IOException {
    repository = new TestRepository(temp);
    resolver = new MavenResolver(repository.home(), new Shown());
  }

  private final class Shown implements LiveDisplay {
    @Override
    public String show(MimeBundle bundle) {
      shown.add(String.valueOf(bundle.data().get("text/plain")));
      return "id";
    }

    @Override
    public void update(String displayId, MimeBundle bundle) {
      shown.set(shown.size() - 1, String.valueOf(bundle.data().get("text/plain")));
    }
  }

  private List<String> resolve(String... coordinates) throws MavenFailure, InterruptedException {
    List<Coordinates> artifacts = new ArrayList<>();
    for (String text : coordinates) {
      artifacts.add(Coordinates.parse(text));
    }
    return names(resolver.resolve(artifacts));
  }

  private static List<String> names(List<ResolvedJar> jars) {
    return jars.stream().map(jar -> jar.artifactId() + " " + jar.version()).toList();
  }

  @Test
  void dependenciesOfDependenciesComeToo() throws Exception {
    repository.add("base", "1.0");
    repository.add("middle", "2.0", "test:base:1.0");
    repository.add("top", "3.0", "test:middle:2.0");
    assertThat(resolve("test:top:3.0")).containsExactly("top 3.0", "middle 2.0", "base 1.0");
    assertThat(shown).hasSize(1);
    assertThat(shown.get(0)).matches("downloaded: 6 files, 0\\.0 MB");
    assertThat(TestJars.filesIn(repository.local())).contains("test/base/1.0/base-1.0.jar");
  }

  @Test
  void whatIsInTheLocalRepositoryNeedsNoOther() throws Exception {
    repository.add("base", "1.0");
    resolve("test:base:1.0");
    shown.clear();
    Files.delete(repository.file("base", "1.0", ".jar"));
    repository.settings("<offline>true</offline>");
    assertThat(resolve("test:base:1.0")).containsExactly("base 1.0");
    assertThat(shown).isEmpty();
    assertThatThrownBy(() -> resolve("test:other:1.0"))
        .isInstanceOf(MavenFailure.class)
        .hasMessageContaining("test:other:1.0 is not in the local repository")
        .hasMessageContaining("offline (settings.xml)");
  }

  @Test
  void nearestVersionIsTaken() throws Exception {
    repository.add("base", "1.0");
    repository.add("base", "2.0");
    repository.add("middle", "1.0", "test:base:1.0");
    assertThat(resolve("test:middle:1.0", "test:base:2.0"))
        .containsExactlyInAnyOrder("middle 1.0", "base 2.0");
  }

  @Test
  void parentsAndImportedPomsAreRead() throws Exception {
    repository.add("base", "1.0");
    repository.add("used", "4.0");
    repository.addPom(
        "bom",
        "1",
        "<packaging>pom</packaging><dependencyManagement><dependencies>"
            + dependencies("test:used:4.0")
            + "</dependencies></dependencyManagement>");
    repository.addPom(
        "parent",
        "1",
        "<packaging>pom</packaging><properties><base>1.0</base></properties><dependencies>"
            + dependencies("test:base:${base}")
            + "</dependencies>");
    Path pom =
        Files.writeString(
            temp.resolve("pom.xml"),
            """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <parent><groupId>test</groupId><artifactId>parent</artifactId><version>1</version>
                <relativePath/></parent>
              <artifactId>mine</artifactId>
              <dependencyManagement><dependencies><dependency>
                <groupId>test</groupId><artifactId>bom</artifactId><version>1</version>
                <type>pom</type><scope>import</scope>
              </dependency></dependencies></dependencyManagement>
              <dependencies>%s</dependencies>
            </project>
            """
                .formatted(dependencies("test:used")));
    assertThat(names(resolver.resolvePom(pom, COMPILE)))
        .containsExactlyInAnyOrder("used 4.0", "base 1.0");
  }

  @Test
  void onlyTheScopesAskedForAreTaken() throws Exception {
    repository.add("base", "1.0");
    repository.add("tested", "1.0");
    String tested = dependencies("test:tested:1.0").replace("</dep", "<scope>test</scope></dep");
    String all = "<dependencies>" + dependencies("test:base:1.0") + tested + "</dependencies>";
    Path pom = Files.writeString(temp.resolve("pom.xml"), TestRepository.pom("mine", "1", all));
    assertThat(names(resolver.resolvePom(pom, COMPILE))).containsExactly("base 1.0");
    assertThat(names(resolver.resolvePom(pom, Set.of("test")))).containsExactly("tested 1.0");
  }

  @Test
  void repositoriesOfThePomAreUsed() throws Exception {
    TestRepository other = new TestRepository(Files.createDirectory(temp.resolve("other")));
    other.add("far", "1.0");
    // Only what is meant for the central repository has the mirror.
    Path settings = repository.home().resolve("settings.xml");
    Files.writeString(
        settings, Files.readString(settings).replace("<mirrorOf>*<", "<mirrorOf>central<"));
    String body =
        PomFragments.complete(
            "<repository><id>far</id><url>%s</url></repository>%s"
                .formatted(other.folder().toUri(), dependencies("test:far:1.0")));
    Path pom = Files.writeString(temp.resolve("pom.xml"), body);
    assertThat(names(resolver.resolvePom(pom, COMPILE))).containsExactly("far 1.0");
    repository.add("near", "1.0");
    resolver.addRepository("far", other.folder().toUri().toString());
    assertThat(resolve("test:near:1.0", "test:far:1.0")).containsExactly("near 1.0", "far 1.0");
  }

  @Test
  void classifierIsTakenInBothForms() throws Exception {
    repository.add("base", "1.0");
    Files.copy(repository.file("base", "1.0", ".jar"), repository.file("base", "1.0", "-x.jar"));
    assertThat(resolver.resolve(List.of(Coordinates.parse("test:base:1.0:x"))).get(0).file())
        .hasFileName("base-1.0-x.jar");
    assertThat(resolver.resolve(List.of(Coordinates.parse("test:base:jar:x:1.0"))).get(0).file())
        .hasFileName("base-1.0-x.jar");
  }

  @Test
  void missingVersionNamesTheNewest() throws Exception {
    repository.add("base", "1.0");
    repository.add("base", "1.10");
    repository.add("base", "2.0-beta1");
    assertThatThrownBy(() -> resolve("test:base"))
        .isInstanceOf(MavenFailure.class)
        .hasMessage("which version of test:base? Write for example %maven test:base:1.10");
  }

  @Test
  void unknownVersionNamesThoseThereAre() throws Exception {
    repository.add("base", "1.0");
    repository.add("base", "1.10");
    assertThatThrownBy(() -> resolve("test:base:1.2"))
        .isInstanceOf(MavenFailure.class)
        .hasMessageStartingWith("there is no test:base:1.2 in test (file:")
        .hasMessageEndingWith("; there are 1.10, 1.0");
  }

  @Test
  void unknownArtifactIsSaidAndFoundOnceItIsThere() throws Exception {
    assertThatThrownBy(() -> resolve("test:bse:1.0"))
        .isInstanceOf(MavenFailure.class)
        .hasMessageStartingWith("there is no test:bse:1.0 in test (file:")
        .hasMessageEndingWith("; check the spelling, or name its repository: %mavenRepo ID URL");
    repository.add("bse", "1.0");
    assertThat(resolve("test:bse:1.0")).containsExactly("bse 1.0");
  }

  @Test
  void unreachableRepositoryIsSaid() throws Exception {
    Path settings = repository.home().resolve("settings.xml");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace(repository.folder().toUri().toString(), "http://localhost:9/"));
    assertThatThrownBy(() -> resolve("test:base:1.0"))
        .isInstanceOf(MavenFailure.class)
        .hasMessageStartingWith("cannot load test:base:1.0 from test (http://localhost:9/): ")
        .hasMessageContaining("Connection refused")
        .hasMessageEndingWith("; check the network, and the proxy in settings.xml");
  }

  @Test
  void wrongSettingsAreNamed() throws Exception {
    Files.writeString(repository.home().resolve("settings.xml"), "<settings>");
    assertThatThrownBy(() -> resolve("test:base:1.0"))
        .isInstanceOf(MavenFailure.class)
        .hasMessageStartingWith("cannot read Maven's settings (")
        .hasMessageContaining("settings.xml");
  }

  @Test
  void wrongPomIsSaid() throws Exception {
    Path pom = Files.writeString(temp.resolve("pom.xml"), "<project>");
    assertThatThrownBy(() -> resolver.resolvePom(pom, COMPILE))
        .isInstanceOf(MavenFailure.class)
        .hasMessageStartingWith("the POM is wrong: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void interruptEndsTheWait() throws Exception {
    repository.add("base", "1.0");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> resolve("test:base:1.0")).isInstanceOf(InterruptedException.class);
  }

  @Test
  void mirrorsOfTheSettingsStandForAddedRepositoriesToo() {
    resolver.addRepository("added", "http://localhost:9/");
    assertThatThrownBy(() -> resolve("test:none:1.0"))
        .hasMessageStartingWith("there is no test:none:1.0 in test (file:")
        .hasMessageNotContaining("localhost");
  }
}
