package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GradientCheckTest {

  private final double[][] w = {{.3, -.7}, {1.1, .4}};

  private double loss() {
    return Math.sin(w[0][0]) * w[0][1] + Math.exp(w[1][0]) * w[1][1] * w[1][1];
  }

  private double[][] gradient() {
    return new double[][] {
      {Math.cos(w[0][0]) * w[0][1], Math.sin(w[0][0])},
      {Math.exp(w[1][0]) * w[1][1] * w[1][1], 2 * Math.exp(w[1][0]) * w[1][1]}
    };
  }

  @Test
  @Tag("C2.15")
  void passesWhatIsRightAndFindsOneWrongSign() {
    assertThat(GradientCheck.relativeError(this::loss, w, gradient())).isLessThan(1e-9);
    assertThat(GradientCheck.relativeError(this::loss, w, gradient(), 20, 1)).isLessThan(1e-9);
    double[][] wrong = gradient();
    wrong[0][1] = -wrong[0][1];
    assertThat(GradientCheck.relativeError(this::loss, w, wrong)).isGreaterThan(0.1);
    assertThat(GradientCheck.relativeError(this::loss, w, wrong, 20, 1)).isGreaterThan(0.1);
    assertThat(w).isDeepEqualTo(new double[][] {{.3, -.7}, {1.1, .4}});
  }

  @Test
  @Tag("C2.15")
  @Tag("E9")
  void findsTheLecturesOutputDelta() {
    // One output unit, d = 1: the loss is (1 - sigmoid(v))^2 / 2 with v = w z.
    double z = 1.5;
    double[][] weight = {{.8}};
    double y = Functions.sigmoid(weight[0][0] * z);
    for (OutputDelta delta : List.of(OutputDelta.TRUE, OutputDelta.LECTURE)) {
      double[][] derived = {{(y - 1) * delta.slope(y) * z}};
      double error =
          GradientCheck.relativeError(
              () -> Functions.meanSquaredError(1, Functions.sigmoid(weight[0][0] * z)),
              weight,
              derived);
      if (delta == OutputDelta.TRUE) {
        assertThat(error).isLessThan(1e-6);
      } else {
        assertThat(error).isGreaterThan(0.05);
      }
    }
  }

  @Test
  void comparesByRelativeNorms() {
    assertThat(GradientCheck.relativeError(new double[] {3, 4}, new double[] {-3, -4}))
        .isEqualTo(1);
    assertThat(GradientCheck.relativeError(new double[] {3, 4}, new double[] {0, 0})).isEqualTo(1);
    assertThat(GradientCheck.relativeError(new double[] {0}, new double[] {0})).isZero();
    assertThat(GradientCheck.relativeError(new double[] {3, 4}, new double[] {3, 4.1}))
        .isCloseTo(.1 / (5 + Math.hypot(3, 4.1)), within(1e-12));
  }

  @Test
  void refusesAGradientOfAnotherShape() {
    assertThatThrownBy(() -> GradientCheck.relativeError(this::loss, w, new double[2][3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("analytic must be [2, 2], was [2, 3]");
  }
}
