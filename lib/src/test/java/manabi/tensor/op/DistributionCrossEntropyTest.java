package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionCrossEntropyTest {

  /** Labels that do not sum to 1 as well: the formula does not ask for it. */
  @ParameterizedTest
  @CsvSource({"1, 1", "3, 5", "7, 2", "2, 19"})
  void gradientsMatchDifferences(int n, int classes) {
    Tensor labels = random(1, n, classes).square();
    assertGradients(
        inputs -> new DistributionCrossEntropy(labels).apply(inputs), random(2, n, classes));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 5", "7, 2"})
  void oneHotLabelsAreClasses(int n, int classes) {
    Tensor scores = random(1, n, classes);
    Tensor labels = Tensor.zeros(n);
    Tensor oneHot = Tensor.zeros(n, classes);
    for (int i = 0; i < n; i++) {
      labels.data()[i] = i % classes;
      oneHot.data()[i * classes + i % classes] = 1;
    }
    assertThat(new DistributionCrossEntropy(oneHot).apply(scores).item())
        .isCloseTo(new SoftmaxCrossEntropy(labels).apply(scores).item(), within(1e-6f));
  }

  @Test
  void impossibleClassesThatAreNotMeantCostNothing() {
    Tensor scores = Tensor.matrix(new double[] {1, Double.NEGATIVE_INFINITY, 1000});
    Tensor labels = Tensor.matrix(new double[] {0, 0, 1});
    assertThat(new DistributionCrossEntropy(labels).apply(scores).item()).isZero();
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DistributionCrossEntropy(Tensor.ones(2)).apply(Tensor.ones(2, 3)))
        .withMessage("labels must be [N, K], was [2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DistributionCrossEntropy(Tensor.ones(2, 3)).apply(Tensor.ones(2, 4)))
        .withMessage("scores must be [2, 3] as the labels, was [2, 4]");
  }
}
