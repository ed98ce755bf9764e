package manabi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckTest {

  private final PrintStream console = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void captureOutput() {
    System.setOut(new PrintStream(printed, true, UTF_8));
  }

  @AfterEach
  void restoreOutput() {
    System.setOut(console);
  }

  @Test
  void aPassedCheckPrintsOneLine() {
    Check.within("parameters", 51_902, 51_902, 0);
    Check.within("loss", 0.5, 0.503f, 0.01);
    Check.equal("shape", new int[] {2, 3}, new int[] {2, 3});
    Check.atLeast("accuracy", 0.86, 0.8775f);
    Check.atMost("loss", 1e-6, 0);
    Check.below("loss", 2.5, 2);
    Check.isTrue("decoded", true);

    assertThat(printed.toString(UTF_8).lines())
        .containsExactly(
            "✓ parameters: expected 51902, was 51902",
            "✓ loss: expected 0.5 ± 0.01, was 0.503",
            "✓ shape: expected [2, 3], was [2, 3]",
            "✓ accuracy: expected at least 0.86, was 0.8775",
            "✓ loss: expected at most 1.0E-6, was 0",
            "✓ loss: expected below 2.5, was 2",
            "✓ decoded: expected true, was true");
  }

  @Test
  void limitsThemselvesPassExceptBelow() {
    Check.within("edge", 1, 1.5, 0.5);
    Check.atLeast("edge", 1, 1);
    Check.atMost("edge", 1, 1);
    Check.within("minus infinity", Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, 0);

    assertFails(() -> Check.below("edge", 1, 1), "edge: expected below 1, was 1");
  }

  @Test
  void aFailedCheckShowsEveryDigit() {
    assertFails(
        () -> Check.within("loss", 0.5, 0.500000001, 0), "loss: expected 0.5, was 0.500000001");
    assertFails(
        () -> Check.atLeast("accuracy", 0.86, 0.85999999),
        "accuracy: expected at least 0.86, was 0.85999999");
    assertFails(() -> Check.atMost("steps", 3, 4), "steps: expected at most 3, was 4");
    assertFails(() -> Check.isTrue("sorted", false), "sorted: expected true, was false");
    assertFails(
        () -> Check.equal("ids", new int[] {0, 1}, new int[] {0, 2}),
        "ids: expected [0, 1], was [0, 2]");
    assertThat(printed.size()).isZero();
  }

  @Test
  void numbersAreEqualByValueWhateverTheirTypes() {
    Check.equal("count", 51_902, 51_902L);
    Check.equal("rate", 0.5, 0.5f);
    Check.equal("words", List.of("the", "and"), Stream.of("the", "and").toList());

    assertFails(
        () -> Check.equal("count", Long.MAX_VALUE, Long.MAX_VALUE - 1),
        "count: expected 9223372036854775807, was 9223372036854775806");
  }

  static Stream<ThrowingCallable> checksOfNaN() {
    double nan = Double.NaN;
    return Stream.of(
        () -> Check.within("x", 1, nan, 1e9),
        () -> Check.within("x", nan, nan, Double.POSITIVE_INFINITY),
        () -> Check.atLeast("x", 0, nan),
        () -> Check.atMost("x", 0, nan),
        () -> Check.below("x", 0, nan),
        () -> Check.equal("x", nan, nan),
        () -> Check.equal("x", Float.NaN, Float.NaN),
        () -> Check.equal("x", new float[] {1, Float.NaN}, new float[] {1, Float.NaN}),
        () -> Check.equal("x", new double[][] {{nan}}, new double[][] {{nan}}),
        () -> Check.equal("x", List.of(nan), List.of(nan)));
  }

  @ParameterizedTest
  @MethodSource("checksOfNaN")
  void notANumberPassesNoCheck(ThrowingCallable check) {
    assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining("NaN");
  }

  @Test
  void refusesAToleranceThatIsNone() {
    assertThatThrownBy(() -> Check.within("x", 1, 1, -0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tolerance must be 0 or more, was -0.1");
    assertThatThrownBy(() -> Check.within("x", 1, 1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void checksSwitchedOffSayWhyAndNeverFail() {
    Checks checks = Check.unless(true, "stand-in data").unless(true, "quick mode");
    checks.atLeast("accuracy", 0.86, 0.1);
    checks.within("mean", 0.286, Double.NaN, 1e-6);

    assertThat(printed.toString(UTF_8).lines())
        .containsExactly(
            "– accuracy: not checked (stand-in data)", "– mean: not checked (stand-in data)");
  }

  @Test
  void checksStayOnWithoutAReason() {
    Checks checks = Check.unless(false, "stand-in data");

    assertFails(
        () -> checks.atLeast("accuracy", 0.86, 0.1), "accuracy: expected at least 0.86, was 0.1");
  }

  private static void assertFails(ThrowingCallable check, String message) {
    assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessage(message);
  }
}
