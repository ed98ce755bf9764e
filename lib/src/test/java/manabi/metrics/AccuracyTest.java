package manabi.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import manabi.tensor.Tensor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AccuracyTest {

  private final Tensor predictions =
      Tensor.of(new float[] {.1f, .7f, .2f, .5f, .5f, 0, -3, -2, -1, 0, 0, 0}, 4, 3);

  @Test
  void theLargestNumberOfARowIsThePredictedClass() {
    assertThat(Predictions.classes(predictions)).containsExactly(1, 0, 2, 0);
    assertThat(Accuracy.sparseCategorical(vector(1, 1, 2, 0), predictions)).isEqualTo(0.75);
  }

  @Test
  void moreThanAHalfCountsAsOne() {
    Tensor column = Tensor.of(new float[] {.5f, .51f, .1f, .9f}, 4, 1);

    assertThat(Accuracy.binary(vector(0, 1, 0, 0), column)).isEqualTo(0.75);
    assertThat(Accuracy.binary(Tensor.of(new float[] {0, 1, 0, 1}, 4, 1), column)).isEqualTo(1);
    assertThat(Accuracy.binary(vector(1), vector(.5f))).isZero();
  }

  @Test
  void refusesShapesThatDoNotFit() {
    assertRefuses(
        () -> Accuracy.sparseCategorical(vector(1, 1, 2), predictions),
        "labels must be [4], were [3]");
    assertRefuses(
        () -> Accuracy.sparseCategorical(vector(1), vector(1)),
        "predictions must be [N, K], both at least 1, were [1]");
    assertRefuses(
        () -> Accuracy.sparseCategorical(Tensor.zeros(0), Tensor.zeros(0, 3)),
        "predictions must be [N, K], both at least 1, were [0, 3]");
    assertRefuses(
        () -> Accuracy.binary(vector(1, 0), Tensor.zeros(2, 2)),
        "predictions must be [N] or [N, 1], N at least 1, were [2, 2]");
    assertRefuses(
        () -> Accuracy.binary(Tensor.zeros(1, 2), vector(1, 0)), "labels must be [2], were [1, 2]");
  }

  @Test
  void refusesLabelsOutOfRange() {
    assertRefuses(
        () -> Accuracy.sparseCategorical(vector(1, 1, 3, 0), predictions),
        "labels must be 0 to 2, label 2 was 3.0");
    assertRefuses(
        () -> Accuracy.binary(vector(0.5f), vector(1)), "labels must be 0 to 1, label 0 was 0.5");
    assertRefuses(
        () -> Accuracy.binary(vector(-1), vector(1)), "labels must be 0 to 1, label 0 was -1.0");
    assertRefuses(
        () -> Accuracy.binary(vector(Float.NaN), vector(1)),
        "labels must be 0 to 1, label 0 was NaN");
  }

  @Test
  void refusesNaN() {
    assertRefuses(
        () -> Accuracy.binary(vector(0, 0), vector(0, Float.NaN)),
        "predictions must be numbers, entry 1 was NaN");
    assertRefuses(
        () -> Predictions.classes(Tensor.of(new float[] {1, Float.NaN}, 1, 2)),
        "predictions must be numbers, entry 1 was NaN");
  }

  private static Tensor vector(float... values) {
    return Tensor.of(values, values.length);
  }

  private static void assertRefuses(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
