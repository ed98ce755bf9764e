package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.distinct;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PooledConvolution2DTest {

  /** Sums of up to 300 products of numbers near 1, in another order. */
  private static final float ROUNDING = 1e-4f;

  /**
   * The three operations one after the other are the oracle. Lines of a patch, {@code F C} numbers,
   * are listed from 24 on; windows do not divide the maps; filters fill no vector, or one and more.
   */
  @ParameterizedTest(name = "{0} x {1} x {2}, {3} filters of {4}, stride {5} {6}, windows {8}")
  @CsvSource({
    "7, 8, 1, 5, 3, 1, VALID, true, 2",
    "9, 7, 1, 16, 3, 1, VALID, true, 2",
    "8, 9, 3, 33, 2, 1, SAME, true, 3",
    "7, 7, 2, 17, 3, 2, SAME, false, 2",
    "6, 5, 16, 7, 3, 1, VALID, true, 2",
    "9, 8, 16, 32, 3, 1, VALID, true, 2",
    "9, 11, 13, 19, 2, 1, VALID, false, 3",
    "7, 9, 17, 16, 3, 1, SAME, true, 2",
    "11, 9, 16, 3, 5, 2, SAME, true, 2",
    "5, 5, 32, 1, 1, 1, VALID, false, 1",
    // Maps that do not fit into the cache: two lines of windows at a time, and one.
    "16, 30, 1, 32, 3, 1, VALID, true, 2",
    "16, 30, 2, 32, 3, 1, SAME, true, 2",
    "16, 30, 9, 32, 3, 1, VALID, true, 2",
    "9, 30, 2, 65, 3, 1, VALID, false, 2"
  })
  void oneNodeGivesWhatThreeGive(
      int h,
      int w,
      int c,
      int filters,
      int f,
      int stride,
      Padding padding,
      boolean relu,
      int size) {
    Tensor[] inputs = {random(1, 3, h, w, c), random(2, f, f, c, filters), random(3, filters)};
    Function<Tensor[], Tensor> apart =
        in -> {
          Tensor maps = new Convolution2D(stride, padding).apply(in);
          return new MaxPooling2D(size).apply(relu ? maps.relu() : maps);
        };
    Function<Tensor[], Tensor> together =
        in -> new PooledConvolution2D(stride, padding, relu, size).apply(in);
    Tensor weights = random(4, apart.apply(inputs).shape());
    List<Tensor> expected = resultAndGradients(apart, inputs, weights);
    List<Tensor> actual = resultAndGradients(together, inputs, weights);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i).shape()).isEqualTo(expected.get(i).shape());
      assertThat(actual.get(i).data())
          .as(i == 0 ? "result" : "gradient %d", i - 1)
          .containsExactly(expected.get(i).data(), within(ROUNDING));
    }
  }

  private static List<Tensor> resultAndGradients(
      Function<Tensor[], Tensor> function, Tensor[] inputs, Tensor weights) {
    try (var tape = GradientTape.open()) {
      Tensor y = function.apply(inputs);
      List<Tensor> gradients = tape.gradient(y.multiply(weights).sum(), List.of(inputs));
      return List.of(y, gradients.get(0), gradients.get(1), gradients.get(2));
    }
  }

  /** Filters of one number on distinct pixels, so that no maximum is near another. */
  @ParameterizedTest
  @CsvSource({"1, 2, true", "25, 1, false"})
  void gradientsMatchDifferences(int channels, int filters, boolean relu) {
    Tensor w = Tensor.zeros(1, 1, channels, filters);
    for (int k = 0; k < filters; k++) {
      w.data()[k] = k == 0 ? 1 : -1;
    }
    assertGradients(
        inputs -> new PooledConvolution2D(1, Padding.VALID, relu, 2).apply(inputs),
        distinct(1, 2, 5, 4, channels),
        w,
        Tensor.zeros(filters).add(0.02));
  }

  @Test
  void notANumberIsSeen() {
    Tensor x = Tensor.vector(1, 2, Double.NaN, 3).reshape(1, 2, 2, 1);
    for (int filters : new int[] {1, 16}) {
      Tensor y =
          new PooledConvolution2D(1, Padding.VALID, true, 2)
              .apply(x, Tensor.ones(1, 1, 1, filters), Tensor.zeros(filters));
      assertThat(y.get(0, 0, 0, 0)).isNaN();
    }
  }

  @Test
  void ofEqualNumbersTheFirstGetsTheGradient() {
    for (int channels : new int[] {1, 32}) {
      Tensor x = Tensor.ones(1, 2, 2, channels);
      Tensor w = Tensor.ones(1, 1, channels, 1);
      try (var tape = GradientTape.open()) {
        Tensor y = new PooledConvolution2D(1, Padding.VALID, true, 2).apply(x, w, Tensor.zeros(1));
        Tensor dx = tape.gradient(y.sum(), List.of(x)).get(0);
        assertThat(dx.get(0, 0, 0, 0)).isEqualTo(1);
        assertThat(dx.sum().item()).isEqualTo(channels);
      }
    }
  }
}
