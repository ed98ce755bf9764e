package manabi.metrics;

import static manabi.metrics.Metric.ACCURACY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class MetricTest {

  @Test
  void ofClassesTheLargestWinsAndTheFirstOfEquals() {
    Tensor predictions =
        Tensor.matrix(new double[][] {{.1, .7, .2}, {.6, .3, .1}, {.4, .2, .4}, {.1, .1, .8}});
    assertThat(ACCURACY.of(Tensor.vector(1, 0, 0, 1), predictions)).isEqualTo(0.75);
    assertThat(ACCURACY.of(Tensor.vector(0, 1, 2, 0), predictions)).isZero();
  }

  @Test
  void aboveOneHalfIsOne() {
    Tensor predictions = Tensor.vector(.9, .5, .51, .1).reshape(4, 1);
    assertThat(ACCURACY.of(Tensor.vector(1, 0, 1, 1), predictions)).isEqualTo(0.75);
  }

  @Test
  void isTheAccuracyOfTheClassOfThatName() {
    Tensor predictions = Tensor.matrix(new double[][] {{.1, .7, .2}, {.6, .3, .1}});
    Tensor labels = Tensor.vector(2, 0);
    assertThat(ACCURACY.of(labels, predictions))
        .isEqualTo(Accuracy.sparseCategorical(labels, predictions));
  }

  @Test
  void labelsMayBeDistributions() {
    Tensor predictions = Tensor.matrix(new double[][] {{.1, .7, .2}, {.6, .3, .1}});
    Tensor labels = Tensor.matrix(new double[][] {{.1, .8, .1}, {0, 1, 0}});
    assertThat(ACCURACY.of(labels, predictions)).isEqualTo(0.5);
  }

  @Test
  void isNamedAsInHistories() {
    assertThat(ACCURACY.label()).isEqualTo("accuracy");
  }

  @Test
  void otherShapesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ACCURACY.of(Tensor.vector(1, 0), Tensor.zeros(3, 2)))
        .withMessage("predictions must be [N, K] with N = 2 labels, were [3, 2]");
  }
}
