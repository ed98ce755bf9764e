package manabi.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import manabi.kernel.TestJars;
import manabi.kernel.eval.CellFailure;
import manabi.kernel.eval.CellValue;
import manabi.kernel.eval.JavaEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellRunnerTest {
  private static JavaEngine engine;
  private static CellRunner runner;

  @TempDir private Path temp;

  @BeforeAll
  static void start() {
    engine = new JavaEngine(List.of("java.util.*"));
    runner = TestMagics.on(engine, new ByteArrayOutputStream()).addTo(new MagicRegistry());
  }

  @AfterAll
  static void end() {
    engine.close();
  }

  private static Object value(String code) throws CellFailure {
    return runner.run(code, 1).map(CellValue::object).orElseThrow();
  }

  @Test
  void magicsRunInTheOrderOfLines() throws Exception {
    Path file = Files.writeString(temp.resolve("a.jshell"), "int b = a + 1;");
    assertThat(value("int a = 1;\n%load " + file + "\na + b")).isEqualTo(3);
  }

  @Test
  void notebooksAreLoadedByTheirCodeCells() throws IOException, CellFailure {
    Path notebook =
        Files.writeString(
            temp.resolve("n.ipynb"),
            """
            {"cells": [{"cell_type": "markdown", "source": "no code"},
                       {"cell_type": "code", "source": ["int n = 2;\\n", "int m = n * n;"]}]}
            """);
    assertThat(value("%load " + notebook + "\nm")).isEqualTo(4);
  }

  @Test
  void timeReturnsTheCellsValue() throws CellFailure {
    assertThat(value("\n%%time\n3 + 4")).isEqualTo(7);
  }

  @Test
  void unknownMagicNamesTheNearest() {
    assertThatThrownBy(() -> runner.run("%lod x", 1))
        .hasMessage("unknown magic %lod, did you mean %load? (%lsmagic lists them)");
    assertThatThrownBy(() -> runner.run("%%tme\n1", 1)).hasMessageContaining("%%time?");
  }

  @Test
  void magicInATextBlockIsText() throws CellFailure {
    assertThat(value("String t = \"\"\"\n%lsmagic\"\"\";\nt")).isEqualTo("%lsmagic");
  }

  @Test
  void linesAreCountedWithTheMagics() {
    assertThatThrownBy(() -> runner.run("int a = 1;\n%lsmagic\nint x = wrong;", 1))
        .hasMessageStartingWith("line 3: cannot find symbol");
  }

  @Test
  void valueOfAMagicCanBeAssigned() throws Exception {
    TestJars.make(temp.resolve("a.jar"), temp.resolve("a"), Map.of(), Map.of("a.txt", ""));
    Object value = value("List<String> added = %jars " + temp + "/*.jar\nadded.size()");
    assertThat(value).isEqualTo(1);
    assertThat(value("double d = %time 1.5\nd")).isEqualTo(1.5);
  }

  @Test
  void percentSignsInTextsAreTexts() throws CellFailure {
    assertThat(value("String t = \"= %load\"; t")).isEqualTo("= %load");
    assertThat(value("// x = %load\n1")).isEqualTo(1);
    assertThat(value("int r = 7 %3; r")).isEqualTo(1);
  }

  @Test
  void formThatDoesNotExistNamesTheOther() {
    assertThatThrownBy(() -> runner.run("%writefile x", 1))
        .hasMessage("%writefile is a magic for a whole cell: begin the cell with %%writefile");
    assertThatThrownBy(() -> runner.run("%%load x", 1))
        .hasMessage("%%load is a magic for one line: write %load");
  }

  @Test
  void magicOfAnotherKernelIsAnsweredWithWhatToUse() {
    assertThatThrownBy(() -> runner.run("%pip install x", 1))
        .hasMessage("there is no magic %pip: use %maven GROUP:ARTIFACT:VERSION");
  }
}
