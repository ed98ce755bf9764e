package manabi.tensor;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static manabi.tensor.TensorAssertions.assertNumbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GradientTapeTest {

  private static final String CLOSED =
      "the tape is closed or has given its gradients: take them once, inside its try block";

  /** Slide "誤差逆伝播法(1/5)", C2.8: (100 x 2) x 1.1. */
  @Tag("C2.8")
  @Test
  @Tag("C2.8")
  void slideExampleOfTheComputationalGraph() {
    Tensor price = Tensor.scalar(100);
    Tensor count = Tensor.scalar(2);
    Tensor tax = Tensor.scalar(1.1f);
    try (var tape = GradientTape.open()) {
      Tensor total = price.multiply(count).multiply(tax);
      assertThat(total.item()).isEqualTo(220);
      List<Tensor> gradients = tape.gradient(total, List.of(price, count, tax));
      assertThat(gradients.stream().map(Tensor::item)).containsExactly(2.2f, 110f, 200f);
    }
  }

  /** C2.8 with oranges: (100 x 2 + 150 x 3) x 1.1. */
  @Tag("C2.8")
  @Test
  @Tag("C2.8")
  void slideExampleWithASum() {
    Tensor apple = Tensor.scalar(100);
    Tensor apples = Tensor.scalar(2);
    Tensor orange = Tensor.scalar(150);
    Tensor oranges = Tensor.scalar(3);
    Tensor tax = Tensor.scalar(1.1f);
    try (var tape = GradientTape.open()) {
      Tensor total = apple.multiply(apples).add(orange.multiply(oranges)).multiply(tax);
      assertThat(total.item()).isEqualTo(715);
      List<Tensor> gradients = tape.gradient(total, List.of(apples, apple, orange, oranges, tax));
      assertThat(gradients.stream().map(Tensor::item))
          .containsExactly(110f, 2.2f, 3.3000002f, 165f, 650f);
    }
  }

  /** Slide "誤差逆伝播法(4/5)", C2.11: z = t^2, t = x + y. */
  @Tag("C2.11")
  @Test
  @Tag("C2.11")
  void slideExampleOfTheChainRule() {
    Tensor x = Tensor.scalar(3);
    Tensor y = Tensor.scalar(4);
    try (var tape = GradientTape.open()) {
      Tensor z = x.add(y).square();
      assertThat(z.item()).isEqualTo(49);
      assertThat(tape.gradient(z, List.of(x, y)).stream().map(Tensor::item))
          .containsExactly(14f, 14f);
    }
  }

  /** C2.10: exp(tanh(x^2)) has the derivative exp(tanh(x^2)) (1 - tanh^2(x^2)) 2 x. */
  @Tag("C2.10")
  @Test
  @Tag("C2.10")
  void threeLevelsOfComposition() {
    Tensor x = Tensor.vector(-0.7, 0.3, 1.1);
    double[] expected = new double[3];
    for (int i = 0; i < 3; i++) {
      double value = x.data()[i];
      double tanh = Math.tanh(value * value);
      expected[i] = Math.exp(tanh) * (1 - tanh * tanh) * 2 * value;
    }
    try (var tape = GradientTape.open()) {
      Tensor gradient = tape.gradient(x.square().tanh().exp().sum(), List.of(x)).get(0);
      assertNumbers(gradient, 1e-5, expected);
    }
    assertGradients(inputs -> inputs[0].square().tanh().exp(), x);
  }

  @Test
  void derivativesOfAValueUsedTwiceAdd() {
    Tensor x = Tensor.scalar(3);
    try (var tape = GradientTape.open()) {
      Tensor y = x.multiply(x).add(x); // 2 x + 1
      assertThat(tape.gradient(y, List.of(x)).get(0).item()).isEqualTo(7);
    }
    assertGradients(
        inputs -> {
          Tensor h = inputs[0].tanh();
          return h.multiply(inputs[0]).add(h.square());
        },
        random(1, 3, 5));
  }

  @Test
  void sourceInTheMiddleOfTheGraphHasItsDerivativeToo() {
    Tensor x = Tensor.scalar(3);
    try (var tape = GradientTape.open()) {
      Tensor t = x.add(4);
      List<Tensor> gradients = tape.gradient(t.square(), List.of(t, x));
      assertThat(gradients.get(0).item()).isEqualTo(14);
      assertThat(gradients.get(1).item()).isEqualTo(14);
    }
  }

  @Test
  void sourceThatTheLossDoesNotDependOnHasZeros() {
    Tensor x = Tensor.scalar(3);
    Tensor other = Tensor.ones(2, 3);
    try (var tape = GradientTape.open()) {
      other.square();
      Tensor gradient = tape.gradient(x.square(), List.of(other)).get(0);
      assertThat(gradient.shape()).containsExactly(2, 3);
      assertThat(gradient.data()).containsOnly(0);
    }
  }

  @Test
  void lossItselfHasDerivativeOne() {
    Tensor x = Tensor.scalar(3);
    try (var tape = GradientTape.open()) {
      assertThat(tape.gradient(x, List.of(x)).get(0).item()).isEqualTo(1);
    }
  }

  @Test
  void whatIsComputedBeforeTheTapeOpensIsAConstant() {
    Tensor x = Tensor.scalar(3);
    Tensor before = x.square();
    try (var tape = GradientTape.open()) {
      assertThat(tape.gradient(before.multiply(x), List.of(x)).get(0).item()).isEqualTo(9);
    }
  }

  @Test
  void lossMustBeASingleNumber() {
    try (var tape = GradientTape.open()) {
      Tensor x = Tensor.ones(2, 3);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> tape.gradient(x.square(), List.of(x)))
          .withMessage("loss must be a single number, was of shape [2, 3]");
      assertThat(tape.gradient(x.sum(), List.of(x)).get(0).data()).containsOnly(1);
    }
  }

  @Test
  void secondTapeOnAThreadIsRefusedAndTheFirstGoesOn() {
    Tensor x = Tensor.scalar(3);
    try (var tape = GradientTape.open()) {
      Tensor y = x.square();
      assertThatIllegalStateException()
          .isThrownBy(GradientTape::open)
          .withMessage("a GradientTape is open on this thread; close it first");
      assertThat(tape.gradient(y.multiply(x), List.of(x)).get(0).item()).isEqualTo(27);
    }
  }

  @Test
  void gradientsAreGivenOnce() {
    Tensor x = Tensor.scalar(3);
    try (var tape = GradientTape.open()) {
      Tensor y = x.square();
      tape.gradient(y, List.of(x));
      assertThatIllegalStateException()
          .isThrownBy(() -> tape.gradient(y, List.of(x)))
          .withMessage(CLOSED);
    }
  }

  @Test
  void closedTapeGivesNoGradients() {
    Tensor x = Tensor.scalar(3);
    GradientTape tape = GradientTape.open();
    Tensor y = x.square();
    tape.close();
    tape.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> tape.gradient(y, List.of(x)))
        .withMessage(CLOSED);
  }

  @Test
  void closedTapeForgetsWhatItRecorded() {
    GradientTape tape = GradientTape.open();
    Tensor.scalar(3).square();
    assertThat(tape.steps()).hasSize(1);
    tape.close();
    assertThat(tape.steps()).isEmpty();
  }

  @Test
  void interruptEndsTheComputationOnTheWayForthAndBack() {
    Tensor x = Tensor.scalar(3);
    try (var tape = GradientTape.open()) {
      Tensor y = x.square();
      Thread.currentThread().interrupt();
      assertThatThrownBy(x::exp)
          .isInstanceOf(CancellationException.class)
          .hasMessage("interrupted before Exp");
      assertThatThrownBy(() -> tape.gradient(y, List.of(x)))
          .isInstanceOf(CancellationException.class)
          .hasMessage("interrupted before Square");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void closingATapeTwiceLeavesTheNextOneOpen() {
    Tensor x = Tensor.scalar(3);
    GradientTape first = GradientTape.open();
    first.close();
    try (var second = GradientTape.open()) {
      first.close();
      assertThat(second.gradient(x.square(), List.of(x)).get(0).item()).isEqualTo(6);
    }
  }

  @Test
  void exceptionInsideTheBlockClosesTheTape() {
    assertThatThrownBy(
            () -> {
              try (var tape = GradientTape.open()) {
                Tensor sum = Tensor.zeros(2).add(Tensor.zeros(3));
                tape.gradient(sum, List.of());
              }
            })
        .isInstanceOf(IllegalArgumentException.class);
    GradientTape.open().close();
  }

  @Test
  void tapeRecordsItsOwnThreadOnly() {
    Tensor x = Tensor.scalar(3);
    try (var tape = GradientTape.open()) {
      Tensor elsewhere = CompletableFuture.supplyAsync(x::square).join();
      assertThat(tape.gradient(elsewhere.multiply(x), List.of(x)).get(0).item()).isEqualTo(9);
    }
  }

  @Test
  void threadsHaveTapesOfTheirOwn() {
    Tensor x = Tensor.scalar(3);
    try (var tape = GradientTape.open()) {
      Tensor y = x.square();
      float other =
          CompletableFuture.supplyAsync(
                  () -> {
                    try (var inner = GradientTape.open()) {
                      return inner.gradient(x.multiply(5), List.of(x)).get(0).item();
                    }
                  })
              .join();
      assertThat(other).isEqualTo(5);
      assertThat(tape.gradient(y, List.of(x)).get(0).item()).isEqualTo(6);
    }
  }
}
