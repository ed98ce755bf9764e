package manabi.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
  private static final JavaProgram JAVA = new JavaProgram("/jdk/bin/java", 17);

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
    new Installation(kernelJar, List.of(library), JAVA, List.of()).writeTo(installed());
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
    new Installation(kernelJar, List.of(library), JAVA, List.of()).writeTo(installed());
    new Installation(kernelJar, List.of(), JAVA, List.of()).writeTo(installed());
    assertThat(installed().resolve("lib")).isEmptyDirectory();
    try (var siblings = Files.list(installed().getParent())) {
      assertThat(siblings).containsExactly(installed());
    }
  }

  @Test
  void takesAwayWhatAKilledInstallationLeft() throws Exception {
    Path left = Files.createDirectories(Installation.workspace(installed()).resolve("new"));
    Files.writeString(left.resolve("kernel.json"), "{");
    new Installation(kernelJar, List.of(), JAVA, List.of()).writeTo(installed());
    try (var siblings = Files.list(installed().getParent())) {
      assertThat(siblings).containsExactly(installed());
    }
  }

  @Test
  void archiveThatCannotBeMadeIsAFailureAndLeavesTheKernel() throws Exception {
    var noJava = new JavaProgram(temp.resolve("no java").toString(), 17);
    KernelSpec spec =
        new Installation(kernelJar, List.of(), noJava, List.of()).writeTo(installed());
    assertThatThrownBy(() -> new ClassArchive(spec, installed()).make())
        .isInstanceOf(InstallFailure.class)
        .hasMessageContaining("no java");
    try (var siblings = Files.list(installed().getParent())) {
      assertThat(siblings).containsExactly(installed());
    }
    assertThat(installed().resolve("kernel.json")).isNotEmptyFile();
  }

  @Test
  void kernelThatEndsAtOnceIsAFailureOfTheArchive() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    KernelSpec spec =
        new Installation(kernelJar, List.of(), new JavaProgram(java, 17), List.of())
            .writeTo(installed());
    // What was installed as the kernel's jar is none.
    assertThatThrownBy(() -> new ClassArchive(spec, installed()).make())
        .isInstanceOf(InstallFailure.class)
        .hasMessage("the kernel has ended after kernel_info_request");
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
    assertThatThrownBy(
            () -> new Installation(kernelJar, List.of(), JAVA, List.of()).writeTo(folder))
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
