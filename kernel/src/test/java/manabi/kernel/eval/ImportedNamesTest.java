package manabi.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import manabi.kernel.TestJars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportedNamesTest {
  private static ImportedNames names(String... imports) {
    return names(List.of(), imports);
  }

  private static ImportedNames names(List<Path> classpath, String... imports) {
    ClassLoader loader = ImportedNamesTest.class.getClassLoader();
    return new ImportedNames(List.of(imports), new PackageTypes(classpath), loader);
  }

  @ParameterizedTest
  @CsvSource({
    "java.util.*, List.of(1)",
    "java.util.*, x = (java.lang.Object)Map.of()", // Longer names may contain it.
    "java.sql.*, Timestamp", // Of another module.
    "java.util.List, List<String> words",
    "java.util.Map.Entry, Entry<String> e",
    "static java.lang.Math.max, max(1)",
    "static java.lang.Math.*, PI",
    "static java.lang.Math.*, abs(-1)",
    "static java.lang.Character.*, UnicodeBlock block", // A nested type.
    "static java.util.HashMap.*, SimpleEntry e", // One that a superclass has.
    "java.util.*, \\u004cist.of()", // As the compiler reads it: List.
  })
  void isNeeded(String imported, String code) {
    assertThat(names("no.matter.Else", imported).neededBy(code)).contains(imported);
  }

  @ParameterizedTest
  @CsvSource({
    "java.util.*, 1 + 1",
    "java.util.*, int x = 1",
    "java.util.*, Lists.of()",
    "java.util.*, Entry e", // Nested types are not made known by it.
    "static java.lang.Math.*, length()",
    "static java.lang.Math.*, hashCode()", // Not static.
  })
  void isNotNeeded(String imported, String code) {
    assertThat(names(imported).neededBy(code)).isEmpty();
  }

  @Test
  void whatTwoPackagesHaveNeedsBoth() {
    assertThat(names("java.util.*", "java.awt.*").neededBy("List all"))
        .containsExactly("java.util.*", "java.awt.*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no.such.place.*", "java.util.Map.*", "static java.util.Map.Entry.*"})
  void whatIsNoPackageIsAlwaysNeeded(String imported) {
    assertThat(names(imported).neededBy("x")).containsExactly(imported);
  }

  @Test
  void jarsAndFolders(@TempDir Path folder) throws IOException {
    Path jar =
        TestJars.make(
            folder.resolve("lib.jar"),
            folder.resolve("made"),
            Map.of("far.away.Star", "package far.away; public class Star {}"),
            Map.of());
    assertThat(names(List.of(jar), "far.away.*", "far.*").neededBy("Star s"))
        .containsExactly("far.*", "far.away.*"); // "far" has no types.
    assertThat(names(List.of(folder.resolve("made/classes")), "far.away.*").neededBy("Star s"))
        .containsExactly("far.away.*");
    assertThat(names(List.of(jar), "far.away.*").neededBy("Moon m")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1 + 1, false", "-.5e0, true", "'(\"\")', false", "x, true", "'\\u0078', true"})
  void hasNames(String code, boolean expected) {
    assertThat(ImportedNames.hasNames(code)).isEqualTo(expected);
  }
}
