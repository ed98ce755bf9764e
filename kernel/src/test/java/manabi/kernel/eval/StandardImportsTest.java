package manabi.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jdk.jshell.ImportSnippet;
import manabi.kernel.TestJars;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardImportsTest {
  private final Engine engine =
      new Engine("java.util.*", "java.util.stream.*", "java.awt.*", "static java.lang.Math.*");

  @AfterEach
  void end() {
    engine.close();
  }

  private List<String> given() {
    return engine.engine().workspace().declared().stream()
        .filter(ImportSnippet.class::isInstance)
        .flatMap(snippet -> snippet.source().lines().skip(1))
        .toList();
  }

  @Test
  void aCellGetsWhatItsNamesNeed() throws CellFailure {
    assertThat(engine.value("1 + 1")).isEqualTo(2);
    assertThat(given()).isEmpty();
    assertThat(engine.value("Stream.of(1, 2).count()")).isEqualTo(2L);
    assertThat(given()).containsExactly("import java.util.stream.*;");
    assertThat(engine.value("max(3, 4)")).isEqualTo(4);
    assertThat(given())
        .containsExactly("import java.util.stream.*;", "import static java.lang.Math.*;");
  }

  @Test
  void codeBelowTheFirstLineCounts() throws CellFailure {
    assertThat(engine.value("int n = 2;\nvar all = Stream.of(n);\nall.count()")).isEqualTo(1L);
  }

  @Test
  void aNewImportKeepsWhatIsDeclared() throws CellFailure {
    engine.run("Object kept = new Object();\nint twice(int n) { return 2 * n; }\nint four = 2;");
    engine.run("four = twice(four);");
    Object kept = engine.value("kept");
    engine.run("var words = new ArrayList<Object>();");
    engine.run("words.add(abs(-1));");
    assertThat(engine.value("kept")).isSameAs(kept);
    assertThat(engine.value("words.size() + four")).isEqualTo(5);
  }

  @Test
  void whatTwoImportsMeanStaysAmbiguous() {
    assertThat(engine.failure("List all = null;"))
        .hasMessageContaining("reference to List is ambiguous");
  }

  @Test
  void theCellsOwnTypesAndImportsGoFirst() throws CellFailure {
    engine.run("import java.util.List;\nclass Stream { static int of() { return 7; } }");
    assertThat(engine.value("List.of(Stream.of())")).isEqualTo(List.of(7));
  }

  @Test
  void aMistypedNameIsFoundInImportsThatNoCellHasNeeded() {
    assertThat(Engine.lines(engine.failure("Optionel<String> none = null;")))
        .contains("  did you mean Optional?");
  }

  @Test
  void helpKnowsThemAll() throws CellFailure {
    engine.run("import java.time.Clock;");
    assertThat(engine.engine().workspace().imports())
        .containsExactly(
            "import java.util.*;",
            "import java.util.stream.*;",
            "import java.awt.*;",
            "import static java.lang.Math.*;",
            "import java.time.Clock;");
  }

  @Test
  void aWrongImportLeavesTheOthers() throws CellFailure {
    engine.run("Stream.of(1);");
    engine.engine().addImports(List.of("no.such.place.*"));
    assertThat(engine.value("abs(-1)")).isEqualTo(1);
    assertThat(engine.value("Stream.of(1).count()")).isEqualTo(1L);
  }

  @Test
  void aJarBringsThePackageOfAnImport(@TempDir Path folder) throws IOException, CellFailure {
    engine.engine().addImports(List.of("far.away.*"));
    assertThat(engine.value("int one = 1;\none")).isEqualTo(1);
    Path jar =
        TestJars.make(
            folder.resolve("lib.jar"),
            folder.resolve("made"),
            Map.of("far.away.Star", "package far.away; public class Star {}"),
            Map.of());
    engine.engine().addToClasspath(jar.toString());
    assertThat(engine.value("new Star().getClass().getName()")).isEqualTo("far.away.Star");
  }
}
