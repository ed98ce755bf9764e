package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.distinct;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ClipTest {

  /** The limits lie between the numbers, which are 0.1 apart. */
  @Test
  void gradientOfWhatWasCutIsZero() {
    assertGradients(inputs -> new Clip(-0.4f, 0.3f).apply(inputs), distinct(1, 3, 5));
  }

  @Test
  void gradientAtTheLimitsPassesOn() {
    Tensor x = Tensor.vector(-1, 2);
    try (var tape = GradientTape.open()) {
      Tensor sum = new Clip(-1, 2).apply(x).sum();
      assertThat(tape.gradient(sum, List.of(x)).get(0).data()).containsExactly(1, 1);
    }
  }

  @Test
  void numbersAreHeldBetweenTheLimits() {
    assertThat(new Clip(-1, 2).apply(Tensor.vector(-3, -1, 0.5, 2, 7)).data())
        .containsExactly(-1, -1, 0.5f, 2, 2);
  }
}
