package manabi.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types that a Java file may contain and JShell refuses. */
class ShellTypesTest {
  private static Engine engine;
  private static int count;

  @BeforeAll
  static void start() {
    engine = new Engine();
  }

  @AfterAll
  static void end() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "record Age(int years) { Age { if (years < 0) throw new Error(); } }",
        "record Age(int years) { Age(int years) { this.years = years; } }",
        "record Age(int years) { public Age { } private Age(String years) { this(0); } }",
      })
  void recordWithItsConstructor(String declaration) throws CellFailure {
    engine.run(declaration);
    assertThat(engine.value("new Age(3).years()")).isEqualTo(3);
    assertThat(engine.value(declaration + "\nnew Age(4).years()")).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sealed interface Shape {}\nrecord Dot() implements Shape {}\n",
        "record Dot() implements Shape {}\nsealed interface Shape extends Cloneable {}\n",
        "sealed interface Shape<T> {}\nrecord Dot<T>() implements Shape<T> {}\n",
        "sealed abstract class Shape {}\nnon-sealed class Dot extends Shape {}\n",
        "sealed interface Shape { record Dot() implements Shape {} }\n",
      })
  void sealedTypeWithoutAListOfItsSubtypes(String declarations) throws CellFailure {
    count++;
    String code = declarations + "Shape.class.getPermittedSubclasses().length";
    assertThat(engine.value(code.replaceAll("(Shape|Dot)", "$1" + count))).isEqualTo(1);
  }

  @Test
  void subtypesInsideAndBesideASealedType() throws CellFailure {
    String code =
        "sealed interface Tree { record Leaf() implements Tree {} }\nrecord Fork() implements Tree {}\n";
    assertThat(engine.value(code + "Tree.class.getPermittedSubclasses().length")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"Dot.class, true", "Flat.class, false"})
  void onlyWhatExtendsASealedTypeIsPermitted(String type, boolean isPermitted) throws CellFailure {
    String declarations =
        "sealed interface Shape {}\nrecord Dot() implements Shape {}\nrecord Flat() {}\n";
    assertThat(
            engine.value(
                declarations
                    + "List.of(Shape.class.getPermittedSubclasses()).contains("
                    + type
                    + ")"))
        .isEqualTo(isPermitted);
  }

  @Test
  void errorsStandWhereTheReaderSeesThem() {
    assertThat(Engine.lines(engine.failure("record Cut(int a) { Cut { } int b() { return no; } }")))
        .startsWith(
            "cell 7, line 1, column 46: cannot find variable no",
            "    record Cut(int a) { Cut { } int b() { return no; } }",
            "    " + " ".repeat(45) + "^");
  }

  @Test
  void framesStandInTheReadersLines() {
    CellFailure failure =
        engine.failure("record Over(int a) { Over {\n\n a = 1 / a; }\n}\nnew Over(0)");
    assertThat(Engine.lines(failure))
        .contains(
            "  at Over.<init> (cell 7, line 3)    a = 1 / a; }",
            "  at cell 7, line 5    new Over(0)");
  }
}
