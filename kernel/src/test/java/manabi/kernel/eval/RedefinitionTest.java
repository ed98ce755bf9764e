package manabi.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedefinitionTest {
  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = new Engine();
  }

  @AfterAll
  static void end() {
    engine.close();
  }

  private static String printedBy(String code) throws CellFailure {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      engine.run(code);
    } finally {
      System.setErr(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void methodBodyChangesAndVariablesStay() throws CellFailure {
    engine.run("int rate() { return 1; }");
    engine.run("int paid = rate() * 10;");
    engine.run("paid += 5;");
    assertThat(printedBy("int rate() { return 2; }")).isEmpty();
    assertThat(engine.value("paid")).isEqualTo(15);
    assertThat(engine.value("rate()")).isEqualTo(2);
  }

  @Test
  void instancesGetTheNewMethods() throws CellFailure {
    engine.run("class Dog { int age = 3; String says() { return \"wuff\"; } }");
    engine.run("Dog dog = new Dog();\nvar dogs = List.of(dog);\ndog.age = 4;");
    engine.run("class Dog { int age = 3; String says() { return \"wan\"; } }");
    assertThat(engine.value("dog.says() + dog.age + dogs.get(0).age")).isEqualTo("wan44");
  }

  @Test
  void variablesOfOtherTypesSurviveANewField() throws CellFailure {
    engine.run("class Cat { int lives() { return 9; } }");
    engine.run("int lives = new Cat().lives() - 1;\nString name = \"Tama\" + new Cat().lives();");
    engine.run("class Cat { int left = 9; int lives() { return left; } }");
    assertThat(engine.value("lives + name")).isEqualTo("8Tama9");
  }

  @Test
  void whatCannotStayIsNamed() throws CellFailure {
    engine.run("class Fish { int fins() { return 2; } }");
    engine.run("Fish fish = new Fish();\nList<Fish> shoal = List.of(fish);");
    assertThat(printedBy("class Fish { int scales; int fins() { return 2; } }"))
        .contains("reset, because their type has changed: fish, shoal");
    assertThat(engine.value("fish == null && shoal == null")).isEqualTo(true);
  }

  @Test
  void aVariableThatOthersUseIsChangedInPlace() throws CellFailure {
    engine.run("int base = 1;");
    engine.run("class Sum { int n; int of() { return base + n; } }");
    engine.run("Sum sum = new Sum();\nsum.n = 7;");
    engine.run("int base = 2;");
    assertThat(engine.value("sum.of()")).isEqualTo(9);
  }

  @Test
  void aDeclarationWithoutValueStartsAnew() throws CellFailure {
    engine.run("int counter = 5;");
    engine.run("int counter;");
    assertThat(engine.value("counter")).isEqualTo(0);
  }
}
