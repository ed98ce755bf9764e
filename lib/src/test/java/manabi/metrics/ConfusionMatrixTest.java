package manabi.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import manabi.metrics.ConfusionMatrix.Mistake;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

  private static final List<String> NAMES = List.of("cat", "dog", "fox");

  /** Predicted: cat cat dog dog cat dog. No fox is recognised. */
  private final Tensor predictions =
      Tensor.of(new float[] {1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0}, 6, 3);

  private final Tensor labels = Tensor.of(new float[] {0, 0, 0, 1, 2, 2}, 6);
  private final ConfusionMatrix matrix = ConfusionMatrix.of(labels, predictions, NAMES);

  @Test
  void rowsAreLabelsAndColumnsPredictions() {
    assertThat(matrix.toTensor().shape()).containsExactly(3, 3);
    assertThat(matrix.toTensor().data()).containsExactly(2, 1, 0, 0, 1, 0, 1, 1, 0);
    assertThat(matrix.count(0, 1)).isEqualTo(1);
    assertThat(matrix.count(1, 0)).isZero();
  }

  @Test
  void precisionRecallAndAccuracy() {
    assertThat(matrix.precision(0)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(matrix.recall(0)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(matrix.precision(1)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(matrix.recall(1)).isEqualTo(1);
    assertThat(matrix.precision(2)).isZero();
    assertThat(matrix.recall(2)).isZero();
    assertThat(matrix.accuracy()).isEqualTo(0.5);
  }

  @Test
  @Tag("C4.20")
  void namesTheMostConfusedPair() {
    assertThat(matrix.mostConfusedPair()).contains(new Mistake("cat", "dog", 1));

    Tensor dogs = Tensor.of(new float[] {0, 1, 0}, 1, 3);
    assertThat(ConfusionMatrix.of(Tensor.of(new float[] {1}, 1), dogs, NAMES).mostConfusedPair())
        .isEmpty();
  }

  @Test
  void printsATable() {
    assertThat(matrix.toString().lines())
        .containsExactly(
            "cat     2     1     0   precision 0.667  recall 0.667",
            "dog     0     1     0   precision 0.333  recall 1.000",
            "fox     1     1     0   precision 0.000  recall 0.000");
  }

  @Test
  void refusesAnotherNumberOfNames() {
    assertThatThrownBy(() -> ConfusionMatrix.of(labels, predictions, List.of("cat", "dog")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("classNames must be 3 names, were 2");
  }
}
