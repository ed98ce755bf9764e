package manabi.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
  @TempDir private Path temp;
  private Path kernelJar;
  private Path library;

  @BeforeEach
  void files() throws IOException {
    kernelJar = Files.writeString(temp.resolve("k.jar"), "kernel");
    library = Files.writeString(temp.resolve("lib one.jar"), "library");
  }

  private Path installed() {
    return temp.resolve(Path.of("a b", "学び", "kernels", "manabi"));
  }

  @Test
  void writesEverythingThatJupyterNeeds() throws Exception {
    new Installation(kernelJar, List.of(library), "java").writeTo(installed());
    assertThat(installed())
        .isDirectoryContaining("glob:**kernel.json")
        .isDirectoryContaining("glob:**logo-32x32.png")
        .isDirectoryContaining("glob:**logo-64x64.png")
        .isDirectoryContaining("glob:**logo-svg.svg");
    assertThat(installed().resolve("manabi-kernel.jar")).hasContent("kernel");
    assertThat(installed().resolve("lib").resolve("lib one.jar")).hasContent("library");
  }

  @Test
  void replacesAnEarlierInstallationWhole() throws Exception {
    new Installation(kernelJar, List.of(library), "java").writeTo(installed());
    new Installation(kernelJar, List.of(), "java").writeTo(installed());
    assertThat(installed().resolve("lib")).isEmptyDirectory();
    try (var siblings = Files.list(installed().getParent())) {
      assertThat(siblings).containsExactly(installed());
    }
  }

  @Test
  void takesAwayWhatAKilledInstallationLeft() throws Exception {
    Path left = Files.createDirectories(Installation.workspace(installed()).resolve("new"));
    Files.writeString(left.resolve("kernel.json"), "{");
    new Installation(kernelJar, List.of(), "java").writeTo(installed());
    try (var siblings = Files.list(installed().getParent())) {
      assertThat(siblings).containsExactly(installed());
    }
  }

  @Test
  void specStartsTheKernelWithItsJars() {
    String json = new KernelSpec("/jdk/bin/java", List.of("k.jar", "lib/a.jar"), ";").json();
    JsonObject spec = JsonParser.parseString(json).getAsJsonObject();
    assertThat(spec.get("display_name").getAsString()).isEqualTo("Java (Manabi)");
    assertThat(spec.get("interrupt_mode").getAsString()).isEqualTo("message");
    assertThat(spec.getAsJsonArray("argv").toString())
        .startsWith("[\"/jdk/bin/java\"")
        .contains("\"{resource_dir}/k.jar;{resource_dir}/lib/a.jar\"")
        .endsWith("\"{connection_file}\"]");
  }

  @Test
  void missingLibraryIsNamed() {
    assertThatThrownBy(() -> Libraries.jars(List.of(Path.of("no", "such.jar"))))
        .isInstanceOf(InstallFailure.class)
        .hasMessage(
            "--library must be a jar or a folder, there is none at " + Path.of("no", "such.jar"));
  }

  @Test
  void foldersGiveTheirJars() throws InstallFailure {
    assertThat(Libraries.jars(List.of(temp))).containsExactly(kernelJar, library);
  }

  @Test
  void unwritablePlaceIsNamed() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");
    Path folder = file.resolve("kernels").resolve("manabi");
    assertThatThrownBy(() -> new Installation(kernelJar, List.of(), "java").writeTo(folder))
        .isInstanceOf(InstallFailure.class)
        .hasMessageStartingWith("cannot write " + folder);
  }

  @Test
  void userFolderFollowsJupytersRules() {
    assertThat(Prefix.userData(Map.of("JUPYTER_DATA_DIR", "/data"), "Linux"))
        .isEqualTo(Path.of("/data/kernels"));
    assertThat(Prefix.userData(Map.of("APPDATA", "/roaming"), "Windows 11"))
        .isEqualTo(Path.of("/roaming/jupyter/kernels"));
    assertThat(Prefix.userData(Map.of(), "Mac OS X").toString())
        .endsWith(Path.of("Library", "Jupyter", "kernels").toString());
    assertThat(Prefix.userData(Map.of("XDG_DATA_HOME", "/data"), "Linux"))
        .isEqualTo(Path.of("/data/jupyter/kernels"));
  }

  @Test
  void emptyVariablesDoNotMoveTheUserFolder() {
    for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
      assertThat(
              Prefix.userData(
                  Map.of("JUPYTER_DATA_DIR", "", "XDG_DATA_HOME", "", "APPDATA", ""), system))
          .isEqualTo(Prefix.userData(Map.of(), system))
          .isAbsolute();
    }
  }
}
