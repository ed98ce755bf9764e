package manabi.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import manabi.tensor.TableRows;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamTest {

  /** C3.14: f = w^2 from 1 with learning rate 0.1, bias-corrected. */
  @Tag("C3.14")
  @Test
  void slideExample() {
    Tensor w = Tensor.vector(1);
    Adam adam = new Adam(0.1, 0.9, 0.999, 1e-8);
    for (float expected : new float[] {.9f, .8004122f, .7015863f}) {
      adam.apply(List.of(w.multiply(2)), List.of(w));
      assertThat(w.item()).isCloseTo(expected, within(1e-6f));
    }
  }

  /**
   * Against the formulas in double, with other settings; few numbers and enough for all threads.
   */
  @ParameterizedTest
  @ValueSource(ints = {37, 20_011})
  void isTheFormulaForEveryNumber(int count) {
    SplittableRandom random = new SplittableRandom(1);
    Tensor w = Tensor.randomNormal(random, count);
    double[] exact = new double[count];
    for (int i = 0; i < count; i++) {
      exact[i] = w.data()[i];
    }
    double[] v = new double[count];
    double[] s = new double[count];
    Adam adam = new Adam(0.01, 0.8, 0.95, 1e-3);
    for (int step = 1; step <= 5; step++) {
      Tensor g = Tensor.randomNormal(random, count).multiply(1e-2);
      adam.apply(List.of(g), List.of(w));
      for (int i = 0; i < count; i++) {
        v[i] = 0.8 * v[i] + 0.2 * g.data()[i];
        s[i] = 0.95 * s[i] + 0.05 * g.data()[i] * g.data()[i];
        double corrected = v[i] / (1 - Math.pow(0.8, step));
        exact[i] -= 0.01 * corrected / (Math.sqrt(s[i] / (1 - Math.pow(0.95, step))) + 1e-3);
        assertThat((double) w.data()[i]).isCloseTo(exact[i], within(2e-6));
      }
    }
  }

  /** The first step is about the learning rate, whatever the gradient's size. */
  @Test
  void defaultsAreThoseOfKeras() {
    Tensor w = Tensor.vector(1, 1);
    new Adam().apply(List.of(Tensor.vector(123, 1e-7)), List.of(w));
    assertThat(w.data()).containsExactly(new float[] {0.999f, 0.9995f}, within(1e-6f));
  }

  /**
   * A table whose gradients come as rows moves, bit by bit, as one whose gradients are whole: rows
   * used often, rarely, twice in a row and never, and rows left to their momentum.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 16, 37})
  void gradientsOfRowsAreWorthWholeOnes(int d) {
    SplittableRandom random = new SplittableRandom(1);
    Tensor byRows = Tensor.randomNormal(random, 23, d);
    Tensor whole = Tensor.of(byRows.toArray(), 23, d);
    Adam rowsAdam = new Adam(0.01);
    Adam wholeAdam = new Adam(0.01);
    for (int step = 0; step < 60; step++) {
      int[] rows = step == 30 ? new int[0] : new int[] {1, 3 + step % 8, 11 + random.nextInt(11)};
      float[] values = Tensor.randomNormal(random, rows.length, d).data();
      Tensor dense = Tensor.of(table(rows, values, d).toArray(), 23, d);
      boolean mixed = step == 50; // a whole gradient between those of rows
      rowsAdam.apply(List.of(mixed ? dense : table(rows, values, d)), List.of(byRows));
      wholeAdam.apply(List.of(dense), List.of(whole));
      assertThat(byRows.data()).as("step %d", step).isEqualTo(whole.data());
    }
  }

  private static Tensor table(int[] rows, float[] values, int d) {
    return Tensor.ofRows(new TableRows(rows, values), 23, d);
  }

  /** Without memory each number goes by the learning rate, towards where its gradient falls. */
  @Test
  void sharesMayBeZero() {
    Tensor w = Tensor.vector(1, 1);
    Adam adam = new Adam(0.1, 0, 0, 1e-8);
    adam.apply(List.of(Tensor.vector(5, -0.3)), List.of(w));
    adam.apply(List.of(Tensor.vector(0.2, 0.3)), List.of(w));
    assertThat(w.data()).containsExactly(new float[] {0.8f, 1}, within(1e-6f));
  }

  @Test
  void settingsCanBeRead() {
    Adam adam = new Adam(0.1, 0.5, 0.75, 0.125);
    assertThat(adam.beta1()).isEqualTo(0.5);
    assertThat(adam.beta2()).isEqualTo(0.75);
    assertThat(adam.epsilon()).isEqualTo(0.125);
  }

  @Test
  void otherSettingsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(0))
        .withMessage("learningRate must be above 0, was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(0.1, 1, 0.9, 1e-7))
        .withMessage("beta1 must be in [0, 1), was 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(0.1, 0.9, -0.1, 1e-7))
        .withMessage("beta2 must be in [0, 1), was -0.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(0.1, 0.9, 0.9, 0))
        .withMessage("epsilon must be above 0, was 0.0");
  }
}
