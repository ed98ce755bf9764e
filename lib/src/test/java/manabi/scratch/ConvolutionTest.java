package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConvolutionTest {

  @Test
  @Tag("C4.4")
  void alongOneAxis() {
    double[] y = Convolution.of(new double[] {1, 2, 3, 4}, new double[] {1, 0, -1});
    assertThat(y).containsExactly(-2, -2);
  }

  @Test
  @Tag("C4.3")
  void alongTwoAxes() {
    double[][] image = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}, {13, 14, 15, 16}};
    assertThat(Convolution.of(image, new double[][] {{1, 0}, {0, -1}}))
        .isDeepEqualTo(new double[][] {{-5, -5, -5}, {-5, -5, -5}, {-5, -5, -5}});
    // Not square, not symmetric: rows and columns are not mixed up.
    assertThat(Convolution.of(image, new double[][] {{1, 10, 100}}))
        .isDeepEqualTo(new double[][] {{321, 432}, {765, 876}, {1209, 1320}, {1653, 1764}});
  }

  @Test
  @Tag("C4.4")
  void alongThreeAxes() {
    double[][][] y = Convolution.of(ones(3, 3, 3), ones(2, 2, 2));
    assertThat(y).isDeepEqualTo(new double[][][] {{{8, 8}, {8, 8}}, {{8, 8}, {8, 8}}});
    double[][][] film = {{{1, 2}}, {{3, 4}}, {{5, 6}}};
    double[][][] change = {{{-1}}, {{1}}};
    assertThat(Convolution.of(film, change)).isDeepEqualTo(new double[][][] {{{2, 2}}, {{2, 2}}});
  }

  @Test
  void refusesAFilterThatIsLarger() {
    assertThatThrownBy(() -> Convolution.of(new double[3], new double[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a window of F = 4 must fit into I + start + end = 3 numbers");
  }

  private static double[][][] ones(int depth, int height, int width) {
    double[][][] ones = new double[depth][height][width];
    for (double[][] image : ones) {
      for (double[] row : image) {
        Arrays.fill(row, 1);
      }
    }
    return ones;
  }
}
