package manabi.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import manabi.tensor.TableRows;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SgdTest {

  /** Slide "勾配法の式", C3.11: f = w^2 from 1 with learning rate 0.1. */
  @Tag("C3.11")
  @Test
  void slideExample() {
    Tensor w = Tensor.vector(1);
    Sgd sgd = new Sgd(0.1);
    for (float expected : new float[] {.8f, .64f, .512f}) {
      sgd.apply(List.of(w.multiply(2)), List.of(w));
      assertThat(w.item()).isCloseTo(expected, within(1e-6f));
    }
  }

  @Test
  void learningRateIsKerasOwnUnlessSaid() {
    Tensor w = Tensor.vector(1);
    new Sgd().apply(List.of(Tensor.vector(1)), List.of(w));
    assertThat(w.item()).isEqualTo(0.99f);
  }

  @Test
  void momentumCanBeRead() {
    assertThat(new Sgd(0.1).momentum()).isZero();
    assertThat(new Sgd(0.1, 0.5, false).momentum()).isEqualTo(0.5);
  }

  /** What an optimiser does with the gradient of a table if it has no better way. */
  @Test
  void gradientsOfRowsAreWorthWholeOnes() {
    Tensor w = Tensor.ones(4, 2);
    Tensor gradient =
        Tensor.ofRows(new TableRows(new int[] {1, 3}, new float[] {1, 2, 3, 4}), 4, 2);
    new Sgd(0.5).apply(List.of(gradient), List.of(w));
    assertThat(w.data()).containsExactly(1, 1, 0.5f, 0, 1, 1, -0.5f, -1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void otherLearningRatesAreRefused(double rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sgd(rate))
        .withMessage("learningRate must be above 0, was " + rate);
  }
}
