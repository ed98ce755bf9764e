package manabi.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class OptimizerTest {

  /** A parameter that joins later is corrected by its own number of steps. */
  @Test
  void parametersHaveStatesOfTheirOwn() {
    Tensor early = Tensor.vector(1);
    Tensor late = Tensor.vector(1);
    Adam adam = new Adam(0.1);
    for (int step = 0; step < 5; step++) {
      adam.apply(List.of(Tensor.vector(2)), List.of(early));
    }
    adam.apply(List.of(Tensor.vector(2), Tensor.vector(2)), List.of(early, late));
    assertThat(late.item()).isCloseTo(0.9f, within(1e-6f));
  }

  @Test
  void gradientsThatDoNotFitAreRefusedBeforeAnythingIsChanged() {
    Tensor a = Tensor.ones(2);
    Tensor b = Tensor.ones(2, 3);
    Sgd sgd = new Sgd(0.1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sgd.apply(List.of(Tensor.ones(2)), List.of(a, b)))
        .withMessage("gradients must be as many as parameters, 2, were 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sgd.apply(List.of(Tensor.ones(2), Tensor.ones(3, 2)), List.of(a, b)))
        .withMessage("gradient 1 must be of its parameter's shape [2, 3], was [3, 2]");
    assertThat(a.data()).containsOnly(1);
  }
}
