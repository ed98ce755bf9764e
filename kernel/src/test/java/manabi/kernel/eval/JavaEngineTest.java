package manabi.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaEngineTest {
  private static JavaEngine engine;

  @BeforeAll
  static void start() {
    engine = new JavaEngine(List.of("java.util.*"));
  }

  @AfterAll
  static void end() {
    engine.close();
  }

  private static Object value(String code) throws CellFailure {
    return engine.evaluate(code, 1).map(CellValue::object).orElseThrow();
  }

  private static CellFailure failure(String code) {
    try {
      Optional<CellValue> value = engine.evaluate(code, 7);
      throw new AssertionError("no failure, value " + value);
    } catch (CellFailure e) {
      return e;
    }
  }

  private static List<String> traceback(CellFailure failure) {
    return failure.traceback().stream().map(line -> line.replaceAll("\u001b\\[\\d+m", "")).toList();
  }

  @Test
  void valueIsTheObjectItself() throws CellFailure {
    assertThat(value("int[] numbers = {1, 2};\nnumbers")).isEqualTo(new int[] {1, 2});
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 + 1;", "int n = 2;", "", "// comment", "void f() {}\nf()", "1; // c"})
  void noValue(String code) throws CellFailure {
    assertThat(engine.evaluate(code, 1)).isEmpty();
  }

  @Test
  void typesMayDependOnEachOther() throws CellFailure {
    assertThat(value("class A { B b = null; }\nclass B { A a = new A(); }\nnew B().a.b == null"))
        .isEqualTo(true);
  }

  @Test
  void compileErrorNamesLineAndColumn() {
    CellFailure failure = failure("int a = 1;\n  wrong(a);");
    assertThat(failure.name()).isEqualTo("CompileError");
    assertThat(failure).hasMessage("line 2: cannot find symbol; symbol:   method wrong(int)");
    assertThat(traceback(failure))
        .startsWith("cell 7, line 2, column 3: cannot find symbol", "      wrong(a);", "      ^");
  }

  @Test
  void syntaxErrorIsFoundBeforeAnythingRuns() {
    System.clearProperty("manabi.ran");
    CellFailure failure = failure("System.setProperty(\"manabi.ran\", \"yes\");\nint x = );");
    assertThat(failure).hasMessageStartingWith("line 2: illegal start of expression");
    assertThat(System.getProperty("manabi.ran")).isNull();
  }

  @Test
  void unresolvedNameInAMethodIsAnError() {
    assertThat(failure("int broken() {\n  return gone();\n}"))
        .hasMessage("line 2: cannot find method gone()");
  }

  @Test
  void framesCarryTheCellsLines() {
    CellFailure failure =
        failure("// top\nint half(int n) {\n  int zero = 0;\n  return n / zero;\n}\n\nhalf(1)");
    assertThat(failure.name()).isEqualTo("java.lang.ArithmeticException");
    assertThat(traceback(failure))
        .containsExactly(
            "java.lang.ArithmeticException: / by zero",
            "  at half (cell 7, line 4)    return n / zero;",
            "  at cell 7, line 7    half(1)");
  }

  @Test
  void exitIsAnError() {
    assertThat(failure("System.exit(4);"))
        .hasMessage("System.exit(4) was not done: it would end the kernel");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "Thread.sleep(60_000);",
        "void spin() { while (true) {} }\nspin();",
        "java.util.stream.IntStream.iterate(0, i -> i + 1).map(i -> i * 2).sum()"
      })
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void interruptEndsWhatRuns(String code) throws InterruptedException {
    System.clearProperty("manabi.running");
    Thread interrupter = new Thread(JavaEngineTest::interruptWhenRunning);
    interrupter.start();
    CellFailure failure = failure("System.setProperty(\"manabi.running\", \"yes\");\n" + code);
    assertThat(failure.name()).isEqualTo("Interrupted");
    interrupter.join();
  }

  private static void interruptWhenRunning() {
    while (System.getProperty("manabi.running") == null) {
      Thread.onSpinWait();
    }
    engine.interrupt();
  }

  @Test
  void whatWorkThrowsIsAFailure() {
    assertThatThrownBy(
            () ->
                engine.call(
                    () -> {
                      throw new IllegalStateException("renderer");
                    }))
        .isInstanceOf(CellFailure.class)
        .hasMessage("renderer");
  }
}
