package manabi.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import manabi.kernel.TestJars;
import manabi.kernel.eval.CellFailure;
import manabi.kernel.eval.CellValue;
import manabi.kernel.eval.JavaEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
  @TempDir private Path temp;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final JavaEngine engine = new JavaEngine(List.of("java.util.*"));
  private final CellRunner runner = TestMagics.on(engine, out).addTo(new MagicRegistry());

  @AfterEach
  void end() {
    engine.close();
  }

  private Object value(String code) throws CellFailure {
    return runner.run(code, 1).map(CellValue::object).orElseThrow();
  }

  private Path jar(String name, String version) throws IOException {
    return TestJars.make(
        temp.resolve("jars/" + name + "-" + version + ".jar"),
        temp.resolve(name + version),
        Map.of(
            "a.Thing",
            "package a; public class Thing { public String v() { return \"" + version + "\"; } }"),
        Map.of(
            "META-INF/maven/g/" + name + "/pom.properties",
            "groupId=g\nartifactId=" + name + "\nversion=" + version));
  }

  @Test
  void classesAreKnownAfterwards() throws Exception {
    Path jar = jar("thing", "1.0");
    assertThat(value("List<String> added = %classpath " + jar + "\nadded"))
        .isEqualTo(List.of(jar.toString()));
    assertThat(value("new a.Thing().v()")).isEqualTo("1.0");
    assertThat(value("List<String> again = %classpath " + jar + "\nagain")).isEqualTo(List.of());
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void otherVersionIsLeftOutWithANote() throws Exception {
    runner.run("%jars " + jar("thing", "1.0"), 1);
    runner.run("%jars " + jar("thing", "1.1"), 1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            "note: thing 1.1 is left out, version 1.0 is on the class path already"
                + " (to change the version, restart the kernel)");
    assertThat(value("new a.Thing().v()")).isEqualTo("1.0");
  }

  @Test
  void versionThatTheKernelHasIsNamed() throws Exception {
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    Path kernels = jar("thing", "1.0");
    ClassPath path = new ClassPath(engine, kernels.toString(), classes -> {}, print);
    assertThat(path.add(List.of(jar("thing", "0.9"), kernels))).isEmpty();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            "note: thing 0.9 is left out, version 1.0 is on the class path already"
                + " (it came with the kernel)");
  }

  @Test
  void jarsOfAFolderAreMeant() throws Exception {
    jar("thing", "1.0");
    Files.createFile(temp.resolve("jars/note.txt"));
    assertThat(value("List<String> l = %jars " + temp.resolve("jars") + "\nl.size()")).isEqualTo(1);
  }

  @Test
  void brokenJarIsRefusedAndCellsGoOn() throws Exception {
    Path broken = Files.createFile(temp.resolve("broken-1.jar"));
    assertThatThrownBy(() -> runner.run("%jars " + broken, 1))
        .hasMessageStartingWith(broken + " is no jar: ");
    assertThat(value("1 + 1")).isEqualTo(2);
  }

  @Test
  void nothingThereIsAnError() {
    assertThatThrownBy(() -> runner.run("%jars " + temp + "/*.jar", 1))
        .hasMessage("%jars found no file or folder at " + temp + "/*.jar");
    assertThatThrownBy(() -> runner.run("%classpath", 1))
        .hasMessageStartingWith("%classpath needs a jar or folder; usage: %classpath ");
  }
}
