package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import manabi.tensor.GradientTape;
import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BroadcastTest {

  /** Equal shapes, a missing axis, extents of 1 in the middle, at the ends, on both sides. */
  private static final List<int[][]> SHAPES =
      List.of(
          new int[][] {{3, 5}, {3, 5}},
          new int[][] {{3, 5}, {5}},
          new int[][] {{5}, {3, 5}},
          new int[][] {{3, 5}, {}},
          new int[][] {{3, 5}, {3, 1}},
          new int[][] {{3, 1}, {1, 5}},
          new int[][] {{2, 3, 5}, {3, 1}},
          new int[][] {{2, 1, 5}, {3, 1}},
          new int[][] {{4, 1, 2, 1}, {3, 1, 5}});

  private static final List<Supplier<Operation>> OPERATIONS =
      List.of(Add::new, Subtract::new, Multiply::new, Divide::new);

  static Stream<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    for (Supplier<Operation> operation : OPERATIONS) {
      for (int[][] shapes : SHAPES) {
        cases.add(Arguments.of(operation.get().name(), shapes[0], shapes[1], operation));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0} of {1} and {2}")
  @MethodSource("cases")
  void gradientsMatchDifferences(String name, int[] a, int[] b, Supplier<Operation> operation) {
    assertGradients(inputs -> operation.get().apply(inputs), random(1, a), awayFromZero(b));
  }

  private static Tensor awayFromZero(int... shape) {
    Tensor tensor = random(2, shape);
    for (int i = 0; i < tensor.size(); i++) {
      tensor.data()[i] += Math.copySign(1, tensor.data()[i]);
    }
    return tensor;
  }

  @ParameterizedTest(name = "{0} of {1} and {2}")
  @MethodSource("cases")
  void valuesAreThoseOfRepeatedOperands(
      String name, int[] a, int[] b, Supplier<Operation> operation) {
    Tensor x = random(1, a);
    Tensor z = awayFromZero(b);
    Tensor y = operation.get().apply(x, z);
    int[] index = new int[y.rank()];
    for (int i = 0; i < y.size(); i++) {
      unravel(i, y.shape(), index);
      float expected = value(name, repeated(x, index), repeated(z, index));
      assertThat(y.data()[i]).isEqualTo(expected);
    }
  }

  private static float value(String name, float a, float b) {
    return switch (name) {
      case "Add" -> a + b;
      case "Subtract" -> a - b;
      case "Multiply" -> a * b;
      default -> a / b;
    };
  }

  private static void unravel(int i, int[] shape, int[] index) {
    int rest = i;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
  }

  private static float repeated(Tensor operand, int... index) {
    int[] own = new int[operand.rank()];
    for (int axis = 0; axis < own.length; axis++) {
      own[axis] = operand.dim(axis) == 1 ? 0 : index[index.length - own.length + axis];
    }
    return operand.get(own);
  }

  /** So many numbers that threads share them: each is what it is among few. */
  @Test
  void valuesAndGradientsOfManyAreThoseOfFew() {
    int[] repeated = IntStream.range(0, 9_001).map(i -> i % 3).toArray();
    Tensor a = random(1, 3, 5);
    Tensor b = awayFromZero(3, 5);
    for (Supplier<Operation> operation : OPERATIONS) {
      List<Tensor> few = valuesAndGradients(operation.get(), a, b);
      List<Tensor> many =
          valuesAndGradients(operation.get(), a.gather(repeated), b.gather(repeated));
      for (int i = 0; i < 3; i++) {
        assertThat(many.get(i).data())
            .as(operation.get().name())
            .isEqualTo(few.get(i).gather(repeated).data());
      }
    }
  }

  private static List<Tensor> valuesAndGradients(Operation operation, Tensor a, Tensor b) {
    try (var tape = GradientTape.open()) {
      Tensor y = operation.apply(a, b);
      List<Tensor> gradients = tape.gradient(y.sum(), List.of(a, b));
      return List.of(y, gradients.get(0), gradients.get(1));
    }
  }

  @Test
  void shapesThatDoNotMatchAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.zeros(3, 5).add(Tensor.zeros(3)))
        .withMessage("shapes [3, 5] and [3] do not match");
    assertThat(Shapes.broadcast(new int[] {2, 1}, new int[] {3})).containsExactly(2, 3);
  }

  @Test
  void sameTensorOnBothSidesGetsBothGradients() {
    assertGradients(inputs -> inputs[0].multiply(inputs[0]), random(3, 3, 5));
    assertGradients(inputs -> inputs[0].divide(inputs[0].add(5)), random(4, 3, 5));
  }
}
