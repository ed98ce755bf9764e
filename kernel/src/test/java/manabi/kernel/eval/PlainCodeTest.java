package manabi.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs without the JShell does what the JShell would do. */
class PlainCodeTest {
  private static Engine engine;

  @BeforeAll
  static void start() throws CellFailure {
    engine = new Engine();
    engine.run("int one = 1;\nint two = 2;"); // Looks at the cell as a whole: the compiler is warm.
  }

  @AfterAll
  static void end() {
    engine.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 2 // three | 3",
        "true ? 1 : 2.0 | 1.0",
        "switch (2) { case 1 -> 1.5; default -> 2; } | 2.0",
        "\"a\".length() | 1",
        "new int[] {4}[0] | 4",
        "((java.util.function.IntSupplier) () -> 5).getAsInt() | 5",
        "new Object() { int six = 6; }.six | 6",
      })
  void expressionsHaveTheirOwnType(String code, String expected) throws CellFailure {
    assertThat(engine.value(code)).hasToString(expected);
  }

  @Test
  void nullIsAValue() throws CellFailure {
    assertThat(engine.engine().evaluate("null", 1)).contains(new CellValue(null));
  }

  @Test
  void aCallWithoutValueRunsOnce() throws CellFailure {
    engine.run("int calls = 0;\nvoid count() { calls++; }");
    assertThat(engine.engine().evaluate("count()", 1)).isEmpty();
    assertThat(engine.value("calls")).isEqualTo(1);
  }

  @Test
  void whatIsNotPublicInATypeOfACellCanBeUsed() throws CellFailure {
    engine.run("class Box { int content = 7; static class Lid { } }");
    assertThat(engine.value("new Box().content")).isEqualTo(7);
    assertThat(engine.value("new Box.Lid() == null")).isEqualTo(false);
  }

  @Test
  void declaringAgainChangesTheValueThatOthersSee() throws CellFailure {
    engine.run("int rate = 1;\nint twice() { return 2 * rate; }");
    engine.run("int rate = 21;");
    assertThat(engine.value("twice()")).isEqualTo(42);
  }

  @Test
  void aVariableDeclaredAgainBeginsAnew() throws CellFailure {
    engine.run("int step = 5;");
    engine.run("int step() { return step; }");
    engine.run("int step = step() + 1;");
    assertThat(engine.value("step")).isEqualTo(1);
    assertThat(engine.failure("int step = Integer.parseInt(\"x\");").name())
        .isEqualTo("java.lang.NumberFormatException");
    assertThat(engine.value("step")).isEqualTo(0);
  }

  @Test
  void declaringAgainMayChangeTheType() throws CellFailure {
    engine.run("var thing = 1;");
    engine.run("var thing = 2;");
    assertThat(engine.value("thing")).isEqualTo(2);
    engine.run("var thing = \"text\";");
    assertThat(engine.value("thing.length()")).isEqualTo(4);
    engine.run("Object thing = 3;");
    assertThat(engine.value("thing")).isEqualTo(3);
    assertThat(engine.failure("thing + 1").name()).isEqualTo("CompileError");
  }

  @Test
  void errorsSayTheirLine() throws CellFailure {
    CellFailure failure = engine.failure("// a comment\nList.of(1)\n    .get(\n        5)");
    assertThat(Engine.lines(failure)).anyMatch(line -> line.contains("cell 7, line 3"));
    engine.run("int number = 1;");
    failure = engine.failure("int number =\n    Integer.parseInt(\"x\");");
    assertThat(Engine.lines(failure)).anyMatch(line -> line.contains("cell 7, line 2"));
  }

  @Test
  void whatAStatementLeavesBehindWorksOn() throws CellFailure {
    engine.run("Runnable later = null;\nint ran = 0;");
    engine.run("later = new Runnable() { public void run() { ran++; } };");
    engine.run("later.run();");
    engine.run("later = () -> { ran += 10; };");
    engine.run("later.run();");
    assertThat(engine.value("ran")).isEqualTo(11);
  }

  @Test
  void aMethodThatNeedsWhatIsMissingIsTold() throws CellFailure {
    engine.run("int one() { return 1; }");
    assertThat(engine.failure("int half() { return missing() / 2; }").name())
        .isEqualTo("CompileError");
    assertThat(engine.value("one()")).isEqualTo(1);
    assertThat(engine.failure("half()").name()).isEqualTo("CompileError");
    engine.run("int missing() { return 8; }");
    assertThat(engine.value("half()")).isEqualTo(4);
  }
}
