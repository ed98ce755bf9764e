package manabi.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void otherLearningRatesAreRefused(double rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sgd(rate))
        .withMessage("learningRate must be above 0, was " + rate);
  }
}
