package manabi.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;

/** Compares tensors with numbers written in double. */
public final class TensorAssertions {

  private TensorAssertions() {}

  /** Checks all numbers, in row-major order, against expected ones. */
  public static void assertNumbers(Tensor actual, double tolerance, double... expected) {
    float[] numbers = actual.data();
    double[] exact = IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
    assertThat(exact).containsExactly(expected, within(tolerance));
  }
}
