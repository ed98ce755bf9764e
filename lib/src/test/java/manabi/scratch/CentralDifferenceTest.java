package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CentralDifferenceTest {

  @ParameterizedTest
  @CsvSource({"3, 4, 6, 8", "0, 2, 0, 4", "3, 0, 6, 0"})
  @Tag("C2.5")
  void gradientsOfTheBowl(double x0, double x1, double d0, double d1) {
    ToDoubleFunction<double[]> f = x -> x[0] * x[0] + x[1] * x[1];
    double[] at = {x0, x1};
    assertThat(CentralDifference.gradient(f, at))
        .containsExactly(new double[] {d0, d1}, within(1e-9));
    assertThat(at).containsExactly(x0, x1);
  }

  @Test
  @Tag("C2.5")
  void slopesOfTheParabola() {
    DoubleUnaryOperator f = x -> .01 * x * x + .1 * x;
    assertThat(CentralDifference.slope(f, 5, CentralDifference.H)).isCloseTo(.2, within(1e-9));
    assertThat(CentralDifference.slope(f, 10, CentralDifference.H)).isCloseTo(.3, within(1e-9));
  }

  /** For small h the error is rounding noise: its order of magnitude only. */
  @ParameterizedTest
  @CsvSource({
    "1e-1, 8.9e-4, 9.1e-4",
    "1e-3, 8.9e-8, 9.1e-8",
    "1e-5, 1e-13, 1e-10",
    "1e-8, 1e-10, 1e-7",
    "1e-12, 1e-6, 1e-3"
  })
  @Tag("C2.15")
  void errorHasTheShapeOfAnU(double h, double low, double high) {
    double error = Math.abs(CentralDifference.slope(Math::sin, 1, h) - Math.cos(1));
    assertThat(error).isBetween(low, high);
  }
}
