package manabi.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import manabi.kernel.TestJars;
import manabi.kernel.eval.CellFailure;
import manabi.kernel.eval.CellValue;
import manabi.kernel.eval.JavaEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MagicsTest {
  private static final ByteArrayOutputStream OUT = new ByteArrayOutputStream();
  private static final MagicRegistry MAGICS = new MagicRegistry();
  private static JavaEngine engine;
  private static CellRunner runner;

  @TempDir private Path temp;

  @BeforeAll
  static void start() {
    engine = new JavaEngine(List.of("java.util.*"));
    runner = TestMagics.on(engine, OUT).addTo(MAGICS);
  }

  @AfterAll
  static void end() {
    engine.close();
  }

  @BeforeEach
  void forgetOutput() {
    OUT.reset();
  }

  private static String printed(String code) throws CellFailure {
    runner.run(code, 1);
    return OUT.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everyMagicHasHelp() throws CellFailure {
    for (Magic magic : MAGICS.all()) {
      OUT.reset();
      String help = printed("%" + magic.name() + "?");
      assertThat(help).contains("%" + magic.name(), "\n\nExample:\n  ");
      assertThat(magic.help().summary()).isNotEmpty().doesNotContain("\n");
    }
    OUT.reset();
    assertThat(printed("%%time?")).isEqualTo(MAGICS.help("time").text());
  }

  @Test
  void listHasEveryMagic() throws CellFailure {
    String list = printed("%lsmagic");
    MAGICS.all().forEach(magic -> assertThat(list).contains(magic.help().summary()));
    assertThat(MAGICS.names()).contains("%maven", "%addMavenRepo", "%%timeit");
  }

  @Test
  void timeitPrintsMeanAndDeviationAndDeclaresNothing() throws CellFailure {
    assertThat(runner.run("%timeit -n 10 -r 3 Math.sqrt(2)", 1)).isEmpty();
    assertThat(runner.run("%%timeit -n10 -r1\nint local = 1;\nlocal++;", 1)).isEmpty();
    assertThatThrownBy(() -> runner.run("local", 1)).hasMessageContaining("cannot find symbol");
  }

  @Test
  void timeitRunsTheCodeAsOftenAsItSays() throws CellFailure {
    runner.run("int turns = 0;", 1);
    runner.run("%timeit -n 10 -r 3 turns++", 1);
    runner.run("void count() { turns++; }", 1);
    runner.run("%timeit -n 5 -r 2 count()", 1);
    assertThat(runner.run("turns", 1)).contains(new CellValue(40));
  }

  @Test
  void errorsOfTimedCodeHaveTheirPlace() {
    assertThatThrownBy(() -> runner.run("%timeit 1 + missing", 1))
        .isInstanceOfSatisfying(
            CellFailure.class,
            failure -> assertThat(failure.traceback().get(0)).contains("line 1", "column 13"));
    assertThatThrownBy(() -> runner.run("int a;\n%%timeit\nint b = wrong;", 1)).isNotNull();
    assertThatThrownBy(() -> runner.run("%%timeit\nint a = 1;\nint b = wrong;", 1))
        .hasMessageStartingWith("line 3: cannot find symbol");
    assertThatThrownBy(() -> runner.run("%%timeit\nint zero = 0;\nint c = 1 / zero;", 1))
        .isInstanceOfSatisfying(
            CellFailure.class,
            failure -> assertThat(String.join("\n", failure.traceback())).contains("line 3"));
    assertThatThrownBy(() -> runner.run("int b = 1;\n%time b + missing", 1))
        .isInstanceOfSatisfying(
            CellFailure.class,
            failure -> assertThat(failure.traceback().get(0)).contains("line 2", "column 11"));
  }

  @Test
  void summaryHasMeanAndDeviation() {
    assertThat(Timing.summary(new double[] {1e6, 3e6}, 1000))
        .isEqualTo("2.00 ms ± 1.00 ms per loop (mean ± std. dev. of 2 runs, 1,000 loops each)");
  }

  @Test
  void durationsHaveThreeDigits() {
    assertThat(List.of(0.5, 12.34, 999.6, 1.5e6, 2.5e9, 125e9).stream().map(Durations::text))
        .containsExactly("0.50 ns", "12.3 ns", "1.00 µs", "1.50 ms", "2.50 s", "2 min 5 s");
  }

  @Test
  void fileIsWrittenReplacedAndAddedTo() throws Exception {
    Path file = temp.resolve("a b.txt");
    assertThat(printed("\n%%writefile \"" + file + "\"\nfirst\n  %time\n"))
        .isEqualToIgnoringNewLines("wrote " + file);
    assertThat(file).hasContent("first\n  %time\n");
    runner.run("%%writefile -a \"" + file + "\"\nmore", 1);
    assertThat(file).hasContent("first\n  %time\nmore\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    runner.run("%%writefile \"" + file + "\"\nnew", 1);
    assertThat(file).hasContent("new\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwx------");
    assertThat(TestJars.filesIn(temp)).containsExactly("a b.txt");
  }

  @Test
  void fileInNoFolderIsAnError() {
    assertThatThrownBy(() -> runner.run("%%writefile " + temp + "/no/a.txt\nx", 1))
        .hasMessageStartingWith("there is no folder " + temp + "/no; make it with ");
    assertThatThrownBy(() -> runner.run("%%writefile " + temp + "\nx", 1))
        .hasMessageContaining("is a folder");
  }

  @Test
  void variablesAreShownAndSecretsHiddenInTheList() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EnvMagic env =
        new EnvMagic(
            Map.of("HOME", "/home/a", "API_TOKEN", "t"),
            new PrintStream(out, true, StandardCharsets.UTF_8));
    env.run(new MagicLine("", 1, 0));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines("API_TOKEN=(hidden)HOME=/home/a");
    assertThat(env.run(new MagicLine(" API_TOKEN", 1, 0)).shownValue())
        .contains(new CellValue("t"));
    assertThatThrownBy(() -> env.run(new MagicLine("NO", 1, 0)))
        .hasMessage("there is no environment variable NO");
    assertThatThrownBy(() -> env.run(new MagicLine("A=1", 1, 0)))
        .hasMessageStartingWith("Java cannot set environment variables of its own process");
  }

  @Test
  void memoryIsATable() throws CellFailure {
    List<String> lines = printed("%memory").lines().toList();
    assertThat(lines.get(0)).isEqualTo("MB                 used  committed    limit");
    assertThat(lines.get(1)).matches("heap +\\d+\\.\\d +\\d+\\.\\d +\\d+\\.\\d");
    assertThat(lines).allMatch(line -> line.length() == lines.get(0).length()).hasSize(5);
  }

  @Test
  void wordsMayBeQuoted() {
    assertThat(new MagicLine(" a \"b c\"d '\"e' C:\\f \"g\\\"h\" \"\"", 1, 0).words())
        .containsExactly("a", "b cd", "\"e", "C:\\f", "g\"h", "");
    assertThat(MagicLine.of(List.of("a b", "c\"d")).words()).containsExactly("a b", "c\"d");
  }

  @Test
  void nameThatIsTakenIsRefused() {
    assertThatThrownBy(() -> MAGICS.add(new MemoryMagic(System.out)))
        .hasMessage("there is a magic memory already");
  }

  @Test
  void endingOfAFileMayBeLeftOut() throws Exception {
    Files.writeString(temp.resolve("setup.jsh"), "int fromFile = 5;");
    runner.run("%load " + temp.resolve("setup"), 1);
    assertThat(runner.run("fromFile", 1)).contains(new CellValue(5));
  }

  @Test
  void wrongNotebookIsNamed() throws Exception {
    Path notebook = Files.writeString(temp.resolve("n.ipynb"), "[]");
    assertThatThrownBy(() -> runner.run("%load " + notebook, 1))
        .hasMessage("%load cannot read the notebook " + notebook);
  }
}
