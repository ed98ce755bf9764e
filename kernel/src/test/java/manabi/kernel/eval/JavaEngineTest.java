package manabi.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaEngineTest {
  private static final String RUNNING = "System.setProperty(\"manabi.running\", \"yes\");\n";
  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = new Engine();
  }

  @AfterAll
  static void end() {
    engine.close();
  }

  @Test
  void valueIsTheObjectItself() throws CellFailure {
    assertThat(engine.value("int[] numbers = {1, 2};\nnumbers")).isEqualTo(new int[] {1, 2});
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 + 1;", "int n = 2;", "", "// comment", "void f() {}\nf()", "1; // c"})
  void noValue(String code) throws CellFailure {
    assertThat(engine.engine().evaluate(code, 1)).isEmpty();
  }

  @Test
  void typesMayDependOnEachOther() throws CellFailure {
    assertThat(
            engine.value(
                "class A { B b = null; }\nclass B { A a = new A(); }\nnew B().a.b == null"))
        .isEqualTo(true);
  }

  @Test
  void compileErrorNamesLineAndColumn() {
    CellFailure failure = engine.failure("int a = 1;\n  wrong(a);");
    assertThat(failure.name()).isEqualTo("CompileError");
    assertThat(failure).hasMessage("line 2: cannot find symbol; symbol:   method wrong(int)");
    assertThat(Engine.lines(failure))
        .startsWith("cell 7, line 2, column 3: cannot find symbol", "      wrong(a);", "      ^");
  }

  @Test
  void syntaxErrorIsFoundBeforeAnythingRuns() {
    System.clearProperty("manabi.ran");
    CellFailure failure =
        engine.failure("System.setProperty(\"manabi.ran\", \"yes\");\nint x = );");
    assertThat(failure).hasMessageStartingWith("line 2: illegal start of expression");
    assertThat(System.getProperty("manabi.ran")).isNull();
  }

  @Test
  void unresolvedNameInAMethodIsAnError() {
    assertThat(engine.failure("int broken() {\n  return gone();\n}"))
        .hasMessage("line 2: cannot find method gone()");
  }

  @Test
  void framesCarryTheCellsLines() {
    CellFailure failure =
        engine.failure(
            "// top\nint half(int n) {\n  int zero = 0;\n  return n / zero;\n}\n\nhalf(1)");
    assertThat(failure.name()).isEqualTo("java.lang.ArithmeticException");
    assertThat(Engine.lines(failure))
        .containsExactly(
            "java.lang.ArithmeticException: / by zero",
            "  at half (cell 7, line 4)    return n / zero;",
            "  at cell 7, line 7    half(1)");
  }

  @Test
  void exitIsAnError() {
    assertThat(engine.failure("System.exit(4);"))
        .hasMessage("System.exit(4) was not done: it would end the kernel");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "Thread.sleep(60_000);",
        "void spin() { while (true) {} }\nspin();",
        "class Wheel { void turn() { for (int i = 0; ; i++) { i--; } } }\nnew Wheel().turn();",
        "for (;;) { try { Thread.sleep(1_000); } catch (InterruptedException e) {} }",
        "for (;;) { try { while (true) {} } catch (Throwable t) {} }",
        "while (true) { try { Thread.sleep(50); } catch (Throwable t) { continue; } }",
        "IntStream.range(0, 4).parallel().forEach(i -> { while (true) {} });",
        "int deep(int n) { return n < 9 ? deep(n + 1) : deep(0); }\nwhile (true) { deep(0); }",
        "var t = new Thread(() -> { while (true) {} });\nt.start();\nt.join();",
        "synchronized (this_lock()) { this_lock().wait(); }\n"
            + "Object lock;\nObject this_lock() { return lock == null ? lock = new Object() : lock; }",
        "java.util.stream.IntStream.iterate(0, i -> i + 1).map(i -> i * 2).sum()"
      })
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void interruptEndsWhatRuns(String code) throws InterruptedException {
    interrupt(RUNNING + code);
  }

  /** Runs a cell and interrupts it when it has said that it runs. */
  private static void interrupt(String code) throws InterruptedException {
    System.clearProperty("manabi.running");
    Thread interrupter = new Thread(JavaEngineTest::interruptWhenRunning);
    interrupter.start();
    assertThat(engine.failure(code).name()).isEqualTo("Interrupted");
    interrupter.join();
  }

  @Test
  void threadsOfAnInterruptedCellEndToo() throws Exception {
    engine.run("Thread spinner;");
    interrupt(
        "spinner = new Thread(() -> { "
            + RUNNING
            + " while (true) {} });\nspinner.start();\nspinner.join();");
    Thread spinner = (Thread) engine.value("spinner");
    spinner.join(5_000);
    assertThat(spinner.isAlive()).isFalse();
  }

  @Test
  void variablesAndOtherThreadsSurviveAnInterrupt() throws Exception {
    engine.run("int kept = 3;\nvar other = new Thread(() -> { while (kept > 0) {} });");
    engine.run("other.start();");
    interrupt(RUNNING + "while (true) {}");
    assertThat(engine.value("other.isAlive() && kept == 3")).isEqualTo(true);
    engine.run("kept = 0;\nother.join();");
  }

  @Test
  void cellsRunSideBySide() throws Exception {
    System.clearProperty("manabi.waiting");
    engine.run("var gate = new java.util.concurrent.CountDownLatch(1);");
    String code = "System.setProperty(\"manabi.waiting\", \"yes\");\ngate.await();";
    FutureTask<Void> waiting =
        new FutureTask<>(
            () -> {
              engine.run(code);
              return null;
            });
    new Thread(waiting).start();
    while (System.getProperty("manabi.waiting") == null) {
      Thread.onSpinWait();
    }
    engine.run("gate.countDown();");
    waiting.get(20, TimeUnit.SECONDS);
  }

  @Test
  void linesAreRightBelowCommentsOfEveryKind() {
    CellFailure failure =
        engine.failure("/* one\n two */\n// three\n\nint off =\n  1 +\n  List.of(2).get(3);\n");
    assertThat(Engine.lines(failure)).contains("  at cell 7, line 7    List.of(2).get(3);");
  }

  @Test
  void aValueIsWhereItsExpressionIs() {
    CellFailure failure = engine.failure("int none = 0;\n\n// half\n 1 / none");
    assertThat(Engine.lines(failure)).contains("  at cell 7, line 4    1 / none");
  }

  @Test
  void everyFrameInTheReadersCodeHasItsLine() {
    CellFailure failure =
        engine.failure(
            "class Thrower {\n  static int zero = 0;\n  int go() {\n"
                + "    return IntStream.of(1).map(i -> i / zero).sum();\n  }\n}\nnew Thrower().go();");
    assertThat(Engine.lines(failure).stream().filter(line -> line.contains("cell 7")))
        .hasSize(3)
        .first()
        .asString()
        .endsWith("(cell 7, line 4)    return IntStream.of(1).map(i -> i / zero).sum();");
    assertThat(Engine.lines(failure)).contains("  at cell 7, line 7    new Thrower().go();");
  }

  @ParameterizedTest
  @Timeout(60)
  @ValueSource(
      strings = {
        "var lock = new java.util.concurrent.locks.ReentrantLock();\n"
            + "var owner = new Thread(lock::lock);\nowner.start();\nowner.join();\nlock.lock();",
        "new java.net.ServerSocket(0).accept();"
      })
  void whatDoesNotLookForInterruptsIsLeftToItself(String code) throws Exception {
    System.clearProperty("manabi.running");
    FutureTask<CellFailure> running = new FutureTask<>(() -> engine.failure(RUNNING + code));
    new Thread(running).start();
    interruptWhenRunning();
    assertThat(running.get(30, TimeUnit.SECONDS).name()).isEqualTo("Interrupted");
    assertThat(engine.value("IntStream.range(0, 100).parallel().map(i -> i % 2).sum()"))
        .isEqualTo(50);
  }

  @Test
  void whatIsDeclaredStaysWhenItsNewFormDoesNotCompile() throws CellFailure {
    engine.run("int kept() { return 1; } class Kept { int n = 2; } var kept = new Kept();");
    assertThat(engine.failure("int kept() { return gone; }"))
        .hasMessage("line 1: cannot find symbol; symbol:   variable gone");
    CellFailure unused = engine.failure("class Kept { int n = gone; }");
    assertThat(engine.value("kept() + kept.n")).isEqualTo(3);
  }

  @Test
  void longMessageIsCut() {
    assertThat(engine.failure("throw new Error(\"x\".repeat(20_003));"))
        .hasMessage("x".repeat(20_000) + "… (3 more characters)");
  }

  @Test
  void messageOfManyLinesBecomesOne() {
    assertThat(engine.failure("Math.abs();"))
        .hasMessageContaining("no suitable method found for abs(no arguments); method");
    assertThat(engine.failure("int twice(int n) { return 2 * n; }\ntwice();"))
        .hasMessageContaining("cannot be applied to given types; required: int; found:");
  }

  private static void interruptWhenRunning() {
    while (System.getProperty("manabi.running") == null) {
      Thread.onSpinWait();
    }
    engine.engine().interrupt();
  }

  @Test
  void whatWorkThrowsIsAFailure() {
    assertThatThrownBy(
            () ->
                engine
                    .engine()
                    .call(
                        () -> {
                          throw new IllegalStateException("renderer");
                        }))
        .isInstanceOf(CellFailure.class)
        .hasMessage("renderer");
  }

  @Test
  void importsStayWhenACellRepeatsOne() throws CellFailure {
    try (var own = new JavaEngine(List.of("java.io.*", "java.math.*"))) {
      own.evaluate("import java.io.*;", 1);
      assertThat(own.evaluate("BigDecimal.ONE", 2)).contains(new CellValue(BigDecimal.ONE));
    }
  }

  @Test
  void wrongImportDoesNotKeepTheOthersAway() throws CellFailure {
    try (var own = new JavaEngine(List.of("java.math.*", "no.such.place.*", "java.io.*"))) {
      assertThat(own.evaluate("BigDecimal.ONE", 1)).contains(new CellValue(BigDecimal.ONE));
      own.evaluate("File file;", 2);
    }
  }
}
