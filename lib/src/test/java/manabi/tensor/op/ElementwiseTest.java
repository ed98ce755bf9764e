package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.distinct;
import static manabi.tensor.TensorAssertions.assertNumbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import manabi.tensor.GradientTape;
import manabi.tensor.Operation;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ElementwiseTest {

  static Stream<Arguments> functions() {
    return Stream.of(
        row(() -> new Elu(1.5), x -> x > 0 ? x : 1.5 * Math.expm1(x), distinct(7, 3, 5)),
        row(Exp::new, Math::exp, distinct(1, 3, 5)),
        row(() -> new LeakyRelu(0.2), x -> Math.max(0.2 * x, x), distinct(8, 3, 5)),
        row(Log::new, Math::log, Tensor.randomUniform(new Random(2), 0.5, 3, 3, 5)),
        row(Relu::new, x -> Math.max(0, x), distinct(3, 3, 5)),
        row(Sigmoid::new, x -> 1 / (1 + Math.exp(-x)), distinct(4, 5, 7)),
        row(Square::new, x -> x * x, distinct(5, 3, 5)),
        row(Tanh::new, Math::tanh, distinct(6, 5, 7)));
  }

  private static Arguments row(
      Supplier<Operation> operation, DoubleUnaryOperator function, Tensor x) {
    return Arguments.of(operation.get().name(), operation, function, x);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void valuesAreThoseOfTheFormula(
      String name, Supplier<Operation> operation, DoubleUnaryOperator function, Tensor x) {
    Tensor y = operation.get().apply(x);
    assertThat(y.shape()).isEqualTo(x.shape());
    for (int i = 0; i < x.size(); i++) {
      double expected = function.applyAsDouble(x.data()[i]);
      assertThat((double) y.data()[i]).isCloseTo(expected, within(1e-6 * Math.abs(expected)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void gradientsMatchDifferences(
      String name, Supplier<Operation> operation, DoubleUnaryOperator function, Tensor x) {
    assertGradients(inputs -> operation.get().apply(inputs), x);
  }

  /** So many numbers that threads share them: each is what it is among few. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void valuesAndGradientsOfManyAreThoseOfFew(
      String name, Supplier<Operation> operation, DoubleUnaryOperator function, Tensor x) {
    int[] repeated = IntStream.range(0, 9_001).map(i -> i % x.dim(0)).toArray();
    List<Tensor> few = valuesAndGradient(operation.get(), x);
    List<Tensor> many = valuesAndGradient(operation.get(), x.gather(repeated));
    for (int i = 0; i < 2; i++) {
      assertThat(many.get(i).data()).isEqualTo(few.get(i).gather(repeated).data());
    }
  }

  private static List<Tensor> valuesAndGradient(Operation operation, Tensor x) {
    try (var tape = GradientTape.open()) {
      Tensor y = operation.apply(x);
      return List.of(y, tape.gradient(y.sum(), List.of(x)).get(0));
    }
  }

  @Test
  void logarithmHasTheLimitsOfTheRealOne() {
    assertThat(Tensor.vector(0, -1, 1).log().data())
        .containsExactly(Float.NEGATIVE_INFINITY, Float.NaN, 0);
  }

  @Test
  void rectifierKeepsNaNToBeSeenAndHasDerivativeZeroAtZero() {
    assertThat(Tensor.vector(Double.NaN, -1, 2).relu().data()).containsExactly(Float.NaN, 0, 2);
    Tensor x = Tensor.vector(0);
    try (var tape = GradientTape.open()) {
      assertThat(tape.gradient(x.relu().sum(), List.of(x)).get(0).item()).isZero();
    }
  }

  /** C1.10. */
  @Test
  void slideExamplesOfLeakyRectifiers() {
    assertNumbers(new LeakyRelu(0.01).apply(Tensor.vector(-3, 3)), 1e-7, -.03, 3);
    assertNumbers(new Elu(1).apply(Tensor.vector(-1, 4)), 1e-6, -.632121, 4);
    assertNumbers(new Elu(0.1).apply(Tensor.vector(4)), 0, 4); // no maximum with the exponential
  }

  @Test
  void leakyRectifiersKeepNaNToBeSeenAndHaveTheLeftDerivativeAtZero() {
    for (Supplier<Operation> operation :
        List.<Supplier<Operation>>of(() -> new LeakyRelu(0.25), () -> new Elu(0.25))) {
      assertThat(operation.get().apply(Tensor.vector(Double.NaN)).data())
          .containsExactly(Float.NaN);
      Tensor x = Tensor.vector(0);
      try (var tape = GradientTape.open()) {
        Tensor y = operation.get().apply(x).sum();
        assertThat(tape.gradient(y, List.of(x)).get(0).item()).isEqualTo(0.25f);
      }
    }
  }

  @Test
  void slopeOfZeroIsTheRectifier() {
    assertThat(new LeakyRelu(0).apply(Tensor.vector(-2, 3)).data())
        .containsExactly(new float[] {0, 3}, within(0f));
  }

  @Test
  void otherSlopesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LeakyRelu(1))
        .withMessage("slope must be in [0, 1), was 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LeakyRelu(-0.1))
        .withMessage("slope must be in [0, 1), was -0.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Elu(0))
        .withMessage("alpha must be above 0, was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Elu(Double.POSITIVE_INFINITY))
        .withMessage("alpha must be above 0, was Infinity");
  }
}
