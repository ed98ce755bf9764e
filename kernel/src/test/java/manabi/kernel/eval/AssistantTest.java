package manabi.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AssistantTest {
  private static JavaEngine engine;
  private static Assistant assistant;

  @BeforeAll
  static void start() {
    engine = new JavaEngine(List.of("java.util.*"));
    assistant = engine.assistant();
  }

  @AfterAll
  static void end() {
    engine.close();
  }

  @Test
  void completesMembers() {
    String code = "\"text\".subst";
    var found = assistant.complete(code, code.length());
    assertThat(found.matches()).contains("substring(");
    assertThat(found.start()).isEqualTo(7);
  }

  @Test
  void completesVariablesOfTheSameCell() {
    String code = "List<String> names = new ArrayList<>();\nnames.isE";
    var found = assistant.complete(code, code.length());
    assertThat(found.matches()).contains("isEmpty()");
    assertThat(found.start()).isEqualTo(code.length() - 3);
  }

  @Test
  void inspectsMethodsInsideTheirArguments() {
    assertThat(assistant.inspect("Math.max(1, ", 12).orElseThrow())
        .contains("int Math.max(int a, int b)");
  }

  @Test
  void indentsByOpenBrackets() {
    assertThat(assistant.indent("class A {\n  void f() {")).isEqualTo("        ");
    assertThat(assistant.indent("String s = \"{\";")).isEmpty();
  }

  @Test
  void tellsIncompleteFromInvalid() {
    assertThat(assistant.completion("int f() {")).isEqualTo(Assistant.Completion.INCOMPLETE);
    assertThat(assistant.completion("int x = )")).isEqualTo(Assistant.Completion.INVALID);
    assertThat(assistant.completion("1 + 1")).isEqualTo(Assistant.Completion.COMPLETE);
  }
}
