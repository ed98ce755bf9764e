package manabi.kernel.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.lang.model.element.Element;
import org.junit.jupiter.api.Test;

class DocumentationTest {
  private static Map<Format, String> comment(String declaration) {
    SourceReader reader = new SourceReader();
    Element method =
        reader
            .analyze(
                "package cell; class " + CellUnit.SESSION + " { void f() {} }",
                reading ->
                    reading
                        .task()
                        .getElements()
                        .getTypeElement("cell." + CellUnit.SESSION)
                        .getEnclosedElements()
                        .stream()
                        .filter(member -> member.getSimpleName().contentEquals("f"))
                        .findFirst())
            .orElseThrow();
    Documentation documentation = new Documentation(reader, Sources.ofThisMachine());
    return documentation.ofCell(declaration, method).orElseThrow().comment();
  }

  @Test
  void keepsLayoutAndEscapes() {
    Map<Format, String> comment =
        comment(
            """
            /**
             * First &lt;line&gt; with {@code List<String>}.
             *
             * <p>Then:
             * <ul><li>one <li><b>two</b></ul>
             * <pre>
             * a  <
             *   b_c
             * </pre>
             */
            void f() {}""");
    assertThat(comment.get(Format.PLAIN))
        .isEqualTo("First <line> with List<String>.\n\nThen:\n\n- one\n- two\n\na  <\n  b_c");
    assertThat(comment.get(Format.MARKDOWN))
        .contains("First \\<line> with `List<String>`.", "- **two**", "```java\n");
    assertThat(comment.get(Format.HTML))
        .contains(
            "First &lt;line&gt; with <code>List&lt;String&gt;</code>.", "<li><b>two</b></ul>");
  }

  @Test
  void leavesScriptsAndAttributesOut() {
    assertThat(comment("/** A <script>x</script><p onclick=\"x()\">b. */ void f() {}"))
        .containsEntry(Format.HTML, "A x<p>b.");
  }

  @Test
  void isEmptyWithoutComment() {
    assertThat(comment("void f() {}")).isEmpty();
  }
}
