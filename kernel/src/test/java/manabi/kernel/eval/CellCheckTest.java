package manabi.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellCheckTest {
  private static final String RUN = "System.setProperty(\"manabi.ran\", \"yes\");\n";
  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = new Engine();
  }

  @AfterAll
  static void end() {
    engine.close();
  }

  @BeforeEach
  void forgetRuns() {
    System.clearProperty("manabi.ran");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String s = 3;",
        "int n = 1;\nn.length();",
        "missing();",
        "new Missing();",
        "int f(int n) { return \"\"; }",
        "var list = List.of(1);\nString first = list.get(0);",
        "class A implements Comparable<A> {}",
        "int a = 1;\nint a = 2;",
        "int f() { return 1; }\nint f() { return 2; }",
        "class A {}\nrecord A() {}",
        "import no.such.thing;",
        "1 + true",
        "for (String s : List.of(1)) {}",
        "List<Integer> l = List.of();\nint unset;\nl.add(\"\");",
      })
  void nothingRunsBeforeAnError(String code) {
    assertThat(engine.failure(RUN + code).name()).isEqualTo("CompileError");
    assertThat(System.getProperty("manabi.ran")).isNull();
  }

  @Test
  void nothingIsDeclaredBesideAnError() throws CellFailure {
    engine.run("int kept() { return 1; }");
    engine.failure("int kept() { return 2; }\nint other() { return 3; }\nString s = kept();");
    assertThat(engine.value("kept()")).isEqualTo(1);
    assertThat(engine.failure("other()").name()).isEqualTo("CompileError");
  }

  @Test
  void everyErrorIsNamedInTheOrderOfLines() {
    CellFailure failure = engine.failure("int a = \"\";\nint f() { return true; }\n\nb + 1");
    assertThat(failure)
        .hasMessage(
            "line 1: incompatible types: java.lang.String cannot be converted to int"
                + " (and 2 more)");
    assertThat(Engine.lines(failure))
        .contains(
            "cell 7, line 1, column 9: incompatible types: java.lang.String cannot be converted to"
                + " int",
            "cell 7, line 2, column 18: incompatible types: boolean cannot be converted to int",
            "cell 7, line 4, column 1: cannot find symbol");
  }

  /** What the check has to let through, because it runs. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "int n = 1;\nRunnable r = () -> n++;\nn = 5;\nr.run();\nn == 6",
        "var v = 1;\nRunnable r = () -> v++;\nv = 5;\nr.run();\nv == 6",
        "int u;\nu == 0",
        "var list = new ArrayList<String>();\nvoid put(String s) { list.add(s); }\nput(\"a\");\n"
            + "list.size() == 1",
        "int a = 1, b[] = {2, 3};\na + b[1] == 4",
        "int[] c = {1, 2};\nint d[][] = {{1}};\nc[1] == 2",
        "static int s() { return 1; }\npublic int p() { return 2; }\ns() + p() == 3",
        "private class P { protected int v = 4; }\nnew P().v == 4",
        "enum E { X, Y }\nrecord R(E e) {}\ninterface I { int i(); }\nI i = () -> 5;\ni.i() == 5",
        "@FunctionalInterface public interface F { int f(); }\nF f = () -> 1;\nf.f() == 1",
        "abstract class Q { abstract int q(); }\nnew Q() { int q() { return 3; } }.q() == 3",
        "sealed interface S permits S1, S2 {}\nrecord S1() implements S {}\n"
            + "final class S2 implements S {}\nnew S1() instanceof S",
        "<T> T same(T t) { return t; }\nsame(3) == 3",
        "long over(long x) { return 1; }\nlong over(int x) { return 2; }\nover(1) == 2",
        "import java.util.regex.*;\nPattern.matches(\"a+\", \"aa\")",
        "int later = twice(4);\nint twice(int n) { return 2 * n; }\nlater == 8",
        "boolean ok = true;\nif (!ok) throw new IllegalStateException();\nok",
        "int k = 0;\nlabel:\nfor (;;) { if (++k > 3) break label; }\nk == 4",
        "String t = \"\"\"\n  // no comment\n  \"\"\";\nt.length() == 14",
        "int sum = 0;\nfor (int i : new int[] {1, 2}) sum += i; // add\nsum == 3",
        "Thread.sleep(1);\ntrue",
        "var q = switch (3) { case 3 -> \"three\"; default -> \"other\"; };\nq.equals(\"three\")",
        "class Outer { static class In { int v() { return w(); } } }\nint w() { return 9; }\n"
            + "new Outer.In().v() == 9",
        "class N { N next; }\nN first = new N();\nfirst.next = first;\nfirst.next == first",
        "final var fin = 3;\nfinal int fix = 4;\nfin + fix == 7",
        "List<? super Integer> wild = new ArrayList<Number>();\nwild.add(1);\nwild.size() == 1",
        "char ch = 65;\nbyte by = 1;\nch == 'A'",
        ";;\nint semi = 1;;\nsemi == 1",
      })
  void whatRunsIsLetThrough(String code) throws CellFailure {
    assertThat(engine.value(code)).isEqualTo(true);
    assertThat(engine.value(code)).as("run again").isEqualTo(true);
  }

  @Test
  void whatEarlierCellsDeclaredIsKnown() throws CellFailure {
    engine.run("int early = 2;\nrecord Early(int v) {}\nint early(int n) { return n; }");
    assertThat(engine.value("Early e = new Early(early);\nearly(e.v()) + early")).isEqualTo(4);
  }

  @Test
  void aVariableMayChangeItsTypeTogetherWithItsMethod() throws CellFailure {
    engine.run("int shape = 1;\nint use() { return shape + 1; }\nuse()");
    assertThat(engine.value("String shape = \"s\";\nString use() { return shape + 1; }\nuse()"))
        .isEqualTo("s1");
  }

  @Test
  void missingImportIsNamed() {
    assertThat(Engine.lines(engine.failure("Pattern p = null;")))
        .contains("  is an import missing? import java.util.regex.Pattern;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"int width = 3;\nint y = widht;", "int width = 3;\nint y = Width;"})
  void mistypedVariableIsNamed(String code) throws CellFailure {
    engine.run("int width = 3;");
    assertThat(Engine.lines(engine.failure(code))).contains("  did you mean width?");
  }

  @Test
  void mistypedMemberIsNamed() {
    assertThat(Engine.lines(engine.failure("\"abc\".lenght()"))).contains("  did you mean length?");
  }

  @Test
  void aNameDeclaredTwiceIsToldWhereItStandsAgain() {
    CellFailure failure = engine.failure("int a = 1, b = 2;\nlong  b = 3;");
    assertThat(Engine.lines(failure))
        .contains(
            "cell 7, line 2, column 7: variable b is already defined in this cell", "          ^");
  }

  @Test
  void methodsOfOneNameMayTakeOtherTypes() throws CellFailure {
    String code = "int g(int n) { return 1; }\nint g(String s) { return 2; }\nint g = 4;\n";
    assertThat(engine.value(code + "g(1) + g(\"\") + g")).isEqualTo(7);
  }
}
