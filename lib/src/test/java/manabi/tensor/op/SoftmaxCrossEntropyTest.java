package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static manabi.tensor.TensorAssertions.assertNumbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SoftmaxCrossEntropyTest {

  @Test
  void gradientsMatchDifferences() {
    Tensor labels = Tensor.vector(2, 0, 4, 4);
    assertGradients(inputs -> new SoftmaxCrossEntropy(labels).apply(inputs), random(1, 4, 5));
  }

  /** C2.9: one node instead of two; both give the loss, and (y - t) / N. */
  @Tag("C2.9")
  @Test
  void gradientIsOutputMinusLabel() {
    Tensor labels = Tensor.vector(1, 3, 0);
    Tensor scores = random(2, 3, 5);
    try (var tape = GradientTape.open()) {
      Tensor loss = new SoftmaxCrossEntropy(labels).apply(scores);
      Tensor y = scores.softmax();
      Tensor twoNodes = new CategoricalCrossEntropy(labels, 1e-7f).apply(y);
      assertThat(loss.item()).isCloseTo(twoNodes.item(), within(1e-6f));
      Tensor gradient = tape.gradient(loss, List.of(scores)).get(0);
      for (int i = 0; i < 3; i++) {
        for (int k = 0; k < 5; k++) {
          float t = labels.get(i) == k ? 1 : 0;
          assertThat(gradient.get(i, k)).isCloseTo((y.get(i, k) - t) / 3, within(1e-7f));
        }
      }
    }
  }

  /** Slide "勾配法の式(例)", C2.7: the loss of x W and its derivative by W. */
  @Tag("C2.7")
  @Test
  void derivativeByAWeightMatrix() {
    Tensor w =
        Tensor.matrix(
            new double[][] {{.47355232, .9977393, .84668094}, {.85557411, .03563661, .69422093}});
    Tensor x = Tensor.matrix(new double[] {.6, .9});
    Tensor label = Tensor.vector(2);
    try (var tape = GradientTape.open()) {
      Tensor scores = x.matmul(w);
      Tensor loss = new SoftmaxCrossEntropy(label).apply(scores);
      assertNumbers(scores, 1e-6, 1.05414809, .63071653, 1.1328074);
      assertNumbers(loss, 1e-6, .92806854);
      assertNumbers(
          tape.gradient(loss, List.of(w)).get(0),
          1e-6,
          .21924763,
          .14356247,
          -.36281009,
          .32887144,
          .2153437,
          -.54421514);
    }
    double before = new SoftmaxCrossEntropy(label).apply(x.matmul(w)).item();
    w.data()[0] += 0.01f;
    double after = new SoftmaxCrossEntropy(label).apply(x.matmul(w)).item();
    assertThat(after - before).isCloseTo(.00219665, within(3e-7)); // two losses in float
  }

  @Test
  void scoresFarApartGiveAFiniteLossWhereTheProbabilityIsZero() {
    Tensor scores = Tensor.matrix(new double[] {200, 0});
    assertThat(new SoftmaxCrossEntropy(Tensor.vector(1)).apply(scores).item()).isEqualTo(200);
    assertThat(new SoftmaxCrossEntropy(Tensor.vector(0)).apply(scores).item()).isZero();
  }

  @Test
  void labelsThatAreNoClassAreRefused() {
    Tensor scores = Tensor.zeros(2, 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SoftmaxCrossEntropy(Tensor.vector(0, 3)).apply(scores))
        .withMessage("labels must be whole numbers from 0 to 2, label 1 was 3.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SoftmaxCrossEntropy(Tensor.vector(0.5, 1)).apply(scores))
        .withMessage("labels must be whole numbers from 0 to 2, label 0 was 0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SoftmaxCrossEntropy(Tensor.vector(-1, 1)).apply(scores))
        .withMessage("labels must be whole numbers from 0 to 2, label 0 was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SoftmaxCrossEntropy(Tensor.vector(1)).apply(scores))
        .withMessage("scores must be [N, K] with N = 1, was [2, 3]");
  }
}
