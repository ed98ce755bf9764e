package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {

  /** A cross with its centre at (1, 2, 0): arms of 5 along (3, 4, 0) / 5 and of 1 along z. */
  private static final double[][] CROSS = {{4, 6, 0}, {-2, -2, 0}, {1, 2, 1}, {1, 2, -1}};

  @Test
  void firstDirectionIsThatOfTheLargestSpread() {
    double[][] projected = PrincipalComponents.project(CROSS, 2);

    double[][] expected = {{5, 0}, {-5, 0}, {0, 1}, {0, -1}};
    for (int n = 0; n < 4; n++) {
      assertThat(projected[n]).containsExactly(expected[n], within(1e-7));
    }
  }

  @Test
  void allDirectionsTogetherKeepEveryDistance() {
    double[][] points = Matrix.normal(6, 4, 1, new java.util.Random(3));
    double[][] projected = PrincipalComponents.project(points, 4);
    for (int n = 1; n < 6; n++) {
      assertThat(distance(projected[0], projected[n]))
          .isCloseTo(distance(points[0], points[n]), within(1e-6));
    }
  }

  @Test
  void equalPointsAllLieAtTheirMean() {
    double[][] points = {{1, 2}, {1, 2}};
    assertThat(PrincipalComponents.project(points, 2)).isDeepEqualTo(new double[2][2]);
  }

  @Test
  void refusesWhatIsNoMatrixAndDirectionsThatAreNotThere() {
    assertThatThrownBy(() -> PrincipalComponents.project(CROSS, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dimensions must be 1 to D = 3, was 4");
    assertThatThrownBy(() -> PrincipalComponents.project(new double[][] {{1, 2}, {3}}, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points must be [N, D] with D = 2, was 1 numbers at point 1");
    assertThatThrownBy(() -> PrincipalComponents.project(new double[0][], 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points must be [N, D], was empty");
  }

  private static double distance(double[] a, double[] b) {
    double squares = 0;
    for (int j = 0; j < a.length; j++) {
      squares += Math.pow(a[j] - b[j], 2);
    }
    return Math.sqrt(squares);
  }
}
