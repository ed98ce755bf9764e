package manabi.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    engine = new JavaEngine(List.of());
    runner = StandardMagics.runner(engine, new MagicRegistry(), System.out, () -> 1);
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
}
