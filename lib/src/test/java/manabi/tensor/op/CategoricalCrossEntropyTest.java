package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CategoricalCrossEntropyTest {

  private static final Tensor Y =
      Tensor.vector(.1, .05, .6, 0, .05, .1, 0, .1, 0, 0).reshape(1, 10);

  @Test
  void gradientsMatchDifferences() {
    Tensor labels = Tensor.vector(2, 0, 4, 4);
    Tensor y = Tensor.randomUniform(new Random(1), 0.3, 1, 4, 5);
    assertGradients(inputs -> new CategoricalCrossEntropy(labels, 1e-7f).apply(inputs), y);
  }

  /** Slide "損失関数の例", C2.2. */
  @Tag("C2.2")
  @Test
  void slideNumbers() {
    assertThat(loss(2)).isCloseTo(.5108256f, within(1e-6f));
    assertThat(loss(7)).isCloseTo(2.3025851f, within(1e-6f));
  }

  private static float loss(int label) {
    return new CategoricalCrossEntropy(Tensor.vector(label), 1e-7f).apply(Y).item();
  }

  @Test
  void probabilityZeroCountsAsTheLimit() {
    assertThat(loss(3)).isCloseTo((float) -Math.log(1e-7), within(1e-5f));
    try (var tape = GradientTape.open()) {
      Tensor loss = new CategoricalCrossEntropy(Tensor.vector(3), 1e-7f).apply(Y);
      assertThat(tape.gradient(loss, List.of(Y)).get(0).get(0, 3)).isEqualTo(-1 / 1e-7f);
    }
  }

  @Test
  void labelsThatAreNoClassAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss(10))
        .withMessage("labels must be whole numbers from 0 to 9, label 0 was 10.0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new CategoricalCrossEntropy(Tensor.vector(0, 1), 1e-7f).apply(random(1, 3, 2)))
        .withMessage("predictions must be [N, K] with N = 2, was [3, 2]");
  }
}
