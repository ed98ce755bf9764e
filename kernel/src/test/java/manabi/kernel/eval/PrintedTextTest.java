package manabi.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedTextTest {
  private static Engine engine;

  @BeforeAll
  static void start() throws CellFailure {
    engine = new Engine();
    engine.run(
        """
        String trace(Throwable thrown) {
          var text = new java.io.StringWriter();
          thrown.printStackTrace(new java.io.PrintWriter(text, true));
          return text.toString();
        }
        class Thrower { static Throwable thrown(Throwable cause) {
          return new IllegalStateException("here", cause);
        } }""");
  }

  @AfterAll
  static void end() {
    engine.close();
  }

  private static String printed(String code) throws CellFailure {
    return engine.engine().readable((String) engine.value(code));
  }

  @Test
  void stackTracesHaveTheLinesOfCells() throws CellFailure {
    assertThat(printed("\ntrace(Thrower.thrown(null))").lines())
        .containsExactly(
            "java.lang.IllegalStateException: here",
            "\tat Thrower.thrown (cell 1, line 7)    return new IllegalStateException(\"here\","
                + " cause);",
            "\tat cell 1, line 2    trace(Thrower.thrown(null))");
  }

  @Test
  void framesOfTheJdkStay() throws CellFailure {
    String text =
        printed(
            "Throwable no = null; try { Integer.parseInt(\"x\"); } "
                + "catch (NumberFormatException e) { no = e; } trace(Thrower.thrown(no))");
    assertThat(text)
        .contains(
            "Caused by: java.lang.NumberFormatException: For input string: \"x\"\n\tat java.base/")
        .doesNotContain("REPL", "jdk.jshell", "manabi.kernel", "do_it");
  }

  @Test
  void namesOfTypesAreTheReaders() throws CellFailure {
    assertThat(printed("Thrower.class + \" \" + new Thrower()"))
        .startsWith("class Thrower Thrower@");
    assertThat(printed("new Object() {}.getClass().getName()")).startsWith("cell$");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\tat home", "\tat work.Desk.sit(Desk.java:3)\n", "plain $ text", ""})
  void otherTextStaysAsItIs(String text) {
    assertThat(engine.engine().readable(text)).isEqualTo(text);
  }
}
