package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SigmoidCrossEntropyTest {

  @Test
  void gradientsMatchDifferences() {
    Tensor labels = Tensor.vector(1, 0, 0.25, 1, 0);
    assertGradients(inputs -> new SigmoidCrossEntropy(labels).apply(inputs), random(1, 5, 1));
  }

  /** C2.3, through scores: sigmoid(ln 9) = 0.9. */
  @Tag("C2.3")
  @Test
  void slideNumbers() {
    assertThat(loss(1, Math.log(9))).isCloseTo(.1053605f, within(1e-6f));
    assertThat(loss(0, Math.log(9))).isCloseTo(2.3025851f, within(1e-6f));
    assertThat(loss(1, 0)).isCloseTo(.6931472f, within(1e-6f));
  }

  private static float loss(double label, double score) {
    return new SigmoidCrossEntropy(Tensor.vector(label)).apply(Tensor.vector(score)).item();
  }

  @Test
  void largeScoresNeitherOverflowNorLoseTheGradient() {
    assertThat(loss(0, 1000)).isEqualTo(1000);
    assertThat(loss(1, 1000)).isZero();
    assertThat(loss(1, -1000)).isEqualTo(1000);
    Tensor score = Tensor.vector(1000, -1000);
    try (var tape = GradientTape.open()) {
      Tensor loss = new SigmoidCrossEntropy(Tensor.vector(0, 1)).apply(score);
      assertThat(tape.gradient(loss, List.of(score)).get(0).data()).containsExactly(0.5f, -0.5f);
    }
  }

  @Test
  void otherNumberOfLabelsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SigmoidCrossEntropy(Tensor.vector(1)).apply(Tensor.zeros(2, 1)))
        .withMessage("labels must be as many as scores [2, 1], were [1]");
  }
}
