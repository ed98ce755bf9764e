package manabi.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import manabi.tensor.op.SoftmaxCrossEntropy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DerivativeCheckTest {

  private final Tensor x = GradientCheck.distinct(1, 3, 5);

  @Test
  @Tag("C2.9")
  void passesTheNodesOfTheLecture() {
    Tensor y = GradientCheck.random(2, 3, 5).sigmoid().add(0.5); // away from 0, where 1/y bends
    Tensor w = GradientCheck.random(3, 5, 2);
    Tensor b = GradientCheck.random(4, 5);
    Tensor labels = Tensor.vector(0, 4, 2);
    assertThat(DerivativeCheck.relativeError(in -> in[0].add(in[1]), x, y)).isLessThan(1e-3);
    assertThat(DerivativeCheck.relativeError(in -> in[0].add(in[1]), x, b)).isLessThan(1e-3);
    assertThat(DerivativeCheck.relativeError(in -> in[0].multiply(in[1]), x, y)).isLessThan(1e-3);
    assertThat(DerivativeCheck.relativeError(in -> in[0].divide(in[1]), x, y)).isLessThan(1e-3);
    assertThat(DerivativeCheck.relativeError(in -> in[0].exp(), x)).isLessThan(1e-3);
    assertThat(DerivativeCheck.relativeError(in -> in[0].log(), y)).isLessThan(1e-3);
    assertThat(DerivativeCheck.relativeError(in -> in[0].sigmoid(), x)).isLessThan(1e-3);
    assertThat(DerivativeCheck.relativeError(in -> in[0].relu(), x)).isLessThan(1e-3);
    assertThat(DerivativeCheck.relativeError(in -> in[0].matmul(in[1]), x, w)).isLessThan(1e-3);
    assertThat(DerivativeCheck.relativeError(in -> in[0].sum(), x)).isLessThan(1e-3);
    assertThat(DerivativeCheck.relativeError(in -> new SoftmaxCrossEntropy(labels).apply(in[0]), x))
        .isLessThan(1e-3);
  }

  @Test
  @Tag("C2.15")
  void findsAWrongSignInOneOfTwoInputs() {
    float[] before = x.toArray();
    Tensor y = GradientCheck.random(3, 3, 5);
    assertThat(DerivativeCheck.relativeError(in -> new WrongSign().apply(in), x, y))
        .isGreaterThan(0.9);
    assertThat(x.data()).isEqualTo(before);
  }

  /** By b it is 1 instead of -1: as far apart as both are long together. */
  @Test
  void errorIsAShareOfBothDerivatives() {
    Tensor y = GradientCheck.random(3, 3, 5);
    assertThat(DerivativeCheck.relativeError(in -> new WrongSign().apply(in), x, y))
        .isCloseTo(1, within(1e-3));
  }

  /** {@code a - b} with the derivative of {@code a + b}. */
  private static final class WrongSign extends Operation {
    @Override
    protected Tensor forward(Tensor... inputs) {
      float[] difference = inputs[0].toArray();
      for (int i = 0; i < difference.length; i++) {
        difference[i] -= inputs[1].data()[i];
      }
      return Tensor.of(difference, inputs[0].shape());
    }

    @Override
    protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
      return new Tensor[] {gradient, gradient};
    }
  }
}
