package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PerceptronTest {

  @Test
  @Tag("C1.4")
  void gatesOfTheBook() {
    assertThat(table((x1, x2) -> Perceptron.and().output(x1, x2))).containsExactly(0, 0, 0, 1);
    assertThat(table((x1, x2) -> Perceptron.nand().output(x1, x2))).containsExactly(1, 1, 1, 0);
    assertThat(table((x1, x2) -> Perceptron.or().output(x1, x2))).containsExactly(0, 1, 1, 1);
  }

  @Test
  @Tag("C1.4")
  @Tag("C2.17")
  void twoLayersMakeExclusiveOr() {
    IntBinaryOperator xor =
        (x1, x2) ->
            Perceptron.and()
                .output(Perceptron.nand().output(x1, x2), Perceptron.or().output(x1, x2));
    assertThat(table(xor)).containsExactly(0, 1, 1, 0);
  }

  @Test
  void doesNotFireAtExactlyZero() {
    assertThat(new Perceptron(-1, 0.5, 0.5).output(1, 1)).isZero();
  }

  @Test
  void sumsWeightedSignalsAndBias() {
    assertThat(new Perceptron(0.5, 2, 3, 4).sum(1, 10, 100)).isEqualTo(432.5);
  }

  @Test
  void refusesAnotherNumberOfSignals() {
    assertThatThrownBy(() -> Perceptron.and().output(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x must be 2 signals, one for each weight, was 1");
  }

  /** Returns the outputs at (0, 0), (0, 1), (1, 0), (1, 1). */
  private static int[] table(IntBinaryOperator gate) {
    return new int[] {
      gate.applyAsInt(0, 0), gate.applyAsInt(0, 1), gate.applyAsInt(1, 0), gate.applyAsInt(1, 1)
    };
  }
}
