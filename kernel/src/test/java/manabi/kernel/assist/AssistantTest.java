package manabi.kernel.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import manabi.kernel.eval.JavaEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Here every task of the compiler starts anew: the tests' JVM does not export the JDK's pool. */
class AssistantTest {
  private static JavaEngine engine;
  private static Assistant assistant;

  @BeforeAll
  static void start() {
    engine = new JavaEngine(List.of("java.util.*"));
    assistant = new Assistant(engine.workspace(), () -> List.of("%load", "%%time"));
  }

  @AfterAll
  static void end() {
    engine.close();
  }

  private static List<String> matches(String code) {
    return assistant.complete(code, code.length()).matches().stream().map(Match::text).toList();
  }

  @Test
  void completesMembers() {
    String code = "\"text\".subst";
    var found = assistant.complete(code, code.length());
    assertThat(found.matches())
        .containsExactly(
            new Match("substring(", "method", "String String.substring(int beginIndex)"));
    assertThat(List.of(found.start(), found.end())).containsExactly(7, 12);
  }

  @Test
  void knowsWhatEarlierPartsOfTheCellDeclare() {
    assertThat(matches("List<String> names = new ArrayList<>();\nnames.isE"))
        .containsExactly("isEmpty()");
    assertThat(matches("import java.util.regex.*;\nPattern.compile(\"a\").matc"))
        .containsExactly("matcher(");
    assertThat(matches("int k = 2;\nint twice(int n) { return k")).contains("k");
  }

  @Test
  void completesConstantsThatAreSwitchedOn() throws Exception {
    engine.evaluate("enum Colour { RED, GREEN } Colour colour = Colour.RED;", 1);
    assertThat(matches("switch (colour) { case GR")).containsExactly("GREEN");
    assertThat(matches("var n = switch (colour) { case RED -> 1; case GR")).contains("GREEN");
    assertThat(matches("switch (Thread.State.NEW) { case TIMED")).containsExactly("TIMED_WAITING");
    assertThat(matches("switch (colour) { case RED: GREE")).isEmpty();
  }

  @Test
  void inspectsDocumentedMembersOfCells() throws Exception {
    engine.evaluate(
        "class Pet { /** In years. */ int age; /** Barks. */ void bark(int n) {}"
            + " /** Barks a lot. */ void bark(String[] words) {}"
            + " record Toy(int size) { /** Squeaks. */ void squeak() {} } }",
        1);
    assertThat(plain("new Pet().age")).isEqualTo("int Pet.age\n\nIn years.");
    assertThat(plain("new Pet().bark"))
        .contains("bark(int n)\n\nBarks.", "bark(String[] words)\n\nBarks a lot.");
    assertThat(plain("new Pet.Toy(1).squeak")).endsWith("Squeaks.");
  }

  @Test
  void inspectsValuesOfConstants() throws Exception {
    assertThat(plain("Math.PI")).startsWith("double Math.PI = 3.141592653589793");
    engine.evaluate("class Limits { static final String NAME = \"a\"; }", 1);
    assertThat(plain("Limits.NAME")).isEqualTo("String Limits.NAME = \"a\"");
  }

  private String plain(String code) {
    return assistant.inspect(code, code.length(), false).orElseThrow().plain();
  }

  @Test
  void forgetsWhatIsReplaced() throws Exception {
    engine.evaluate("int changing = 1;", 1);
    assertThat(matches("changing.isE")).isEmpty();
    engine.evaluate("String changing = null;", 2);
    assertThat(matches("changing.isE")).containsExactly("isEmpty()");
  }

  @Test
  void canNameWhatHasNoNameableType() throws Exception {
    engine.evaluate("var odd = new Object() { int x; }; var mixed = List.of(1, \"a\");", 1);
    assertThat(matches("odd.hashC")).containsExactly("hashCode()");
    assertThat(matches("mixed.siz")).containsExactly("size()");
  }

  @Test
  void helpsWhileACellRuns() throws Exception {
    String signal = "manabi.test.running";
    FutureTask<Object> cell =
        new FutureTask<>(
            () ->
                engine.evaluate(
                    "System.setProperty(\"" + signal + "\", \"\"); while (true) {}", 1));
    new Thread(cell).start();
    while (System.getProperty(signal) == null) {
      Thread.onSpinWait();
    }
    assertThat(matches("\"text\".subst")).containsExactly("substring(");
    assertThat(cell.isDone()).isFalse();
    engine.interrupt();
    assertThatThrownBy(() -> cell.get(10, TimeUnit.SECONDS)).hasMessageContaining("interrupted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "(", ")", "\"", "/*", "{{{{", "@", "a.", "new ", "\\u", "%", "%%", "::"})
  void neverFails(String code) {
    for (int cursor = 0; cursor <= code.length(); cursor++) {
      assertThat(assistant.complete(code, cursor).end()).isEqualTo(cursor);
      assertThat(assistant.inspect(code, cursor, true)).isEmpty();
    }
    assertThat(assistant.completion(code)).isNotNull();
  }

  @Test
  void survivesTheCompiler() {
    String deep = "(".repeat(50_000) + "wor";
    assertThat(matches(deep)).isEmpty();
    assertThat(assistant.inspect(deep, deep.length(), false)).isEmpty();
    assertThat(matches("\"text\".subst")).containsExactly("substring(");
  }

  @Test
  void inspectsMethodsInsideTheirArguments() {
    assertThat(assistant.inspect("Math.max(1, ", 12, false).orElseThrow().plain())
        .contains("int Math.max(int a, int b)");
    assertThat(
            assistant
                .inspect("new HashMap<String, List<String>>(", 34, false)
                .orElseThrow()
                .plain())
        .contains("HashMap(int initialCapacity)");
  }

  @Test
  void anAnswerHoldsUntilSomethingIsDeclared() throws Exception {
    assertThat(explained("told")).isEmpty();
    engine.evaluate("/** First. */ int told() { return 1; }", 1);
    assertThat(explained("told")).contains("int told()", "First.", "return 1");
    engine.evaluate("/** First. */ int told() { return 2; }", 2);
    assertThat(explained("told")).contains("return 2");
    engine.evaluate("int grows = 1;", 3);
    assertThat(explained("grows")).startsWith("int grows = 1");
    engine.evaluate("grows++", 4);
    assertThat(explained("grows")).startsWith("int grows = 2");
  }

  private static String explained(String name) {
    return assistant.inspect(name, name.length(), true).map(Inspection::plain).orElse("");
  }

  @Test
  void indentsByOpenBracketsInTheStepsOfTheCell() {
    assertThat(assistant.indent("class A {")).isEqualTo("    ");
    assertThat(assistant.indent("class A {\n  void f() {")).isEqualTo("    ");
    assertThat(assistant.indent("class A {\n\tvoid f() {")).isEqualTo("\t\t");
    assertThat(assistant.indent("f(1,\n         g(")).isEqualTo("        ");
    assertThat(assistant.indent("String s = \"{\";")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int f() { | INCOMPLETE",
        "int x = ) | INVALID",
        "1 + 1 | COMPLETE",
        "%load x | COMPLETE",
        "%%html | UNKNOWN",
        "'int m = 7\n%load + 2' | COMPLETE"
      })
  void tellsWhetherCellsAreComplete(String code, Assistant.Completion completion) {
    assertThat(assistant.completion(code)).isEqualTo(completion);
  }
}
