package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AffineLayerTest {

  @Test
  @Tag("C2.12")
  void numbersOfTheSlide() {
    var layer =
        new AffineLayer(new double[][] {{1, 2, 3}, {4, 5, 6}}, new double[][] {{.1, .2, .3}});
    double[][] y = layer.forward(new double[][] {{1, 2}, {3, 4}});
    assertThat(y[0]).containsExactly(new double[] {9.1, 12.2, 15.3}, within(1e-12));
    assertThat(y[1]).containsExactly(new double[] {19.1, 26.2, 33.3}, within(1e-12));
    double[][] dx = layer.backward(new double[][] {{1, 1, 1}, {1, 1, 1}});
    assertThat(dx).isDeepEqualTo(new double[][] {{6, 15}, {6, 15}});
    assertThat(layer.dw()).isDeepEqualTo(new double[][] {{4, 4, 4}, {6, 6, 6}});
    assertThat(layer.db()).isDeepEqualTo(new double[][] {{2, 2, 2}});
  }

  @Test
  @Tag("C2.12")
  void gradientsMatchCentralDifferences() {
    Random random = new Random(1);
    double[][] x = Matrix.normal(4, 3, 1, random); // unequal sizes show a missing transpose
    double[][] w = Matrix.normal(3, 5, 1, random);
    double[][] b = Matrix.normal(1, 5, 1, random);
    double[][] g = Matrix.normal(4, 5, 1, random);
    var layer = new AffineLayer(w, b);
    layer.forward(x);
    double[][] dx = layer.backward(g);
    double[][] dw = Matrix.copy(layer.dw());
    double[][] db = Matrix.copy(layer.db());
    assertThat(GradientCheck.relativeError(() -> weightedSum(layer.forward(x), g), x, dx))
        .isLessThan(1e-6);
    assertThat(GradientCheck.relativeError(() -> weightedSum(layer.forward(x), g), w, dw))
        .isLessThan(1e-6);
    assertThat(GradientCheck.relativeError(() -> weightedSum(layer.forward(x), g), b, db))
        .isLessThan(1e-6);
  }

  @Test
  void refusesShapesThatDoNotFit() {
    double[][] w = {{1, 2, 3}, {4, 5, 6}};
    assertThatThrownBy(() -> new AffineLayer(w, new double[][] {{1, 2}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("b must be [1, 3], was [1, 2]");
    var layer = new AffineLayer(w, new double[1][3]);
    assertThatThrownBy(() -> layer.forward(new double[4][3]))
        .hasMessage("x must be [4, 2], was [4, 3]");
    layer.forward(new double[4][2]);
    assertThatThrownBy(() -> layer.backward(new double[3][3]))
        .hasMessage("dy must be [4, 3], was [3, 3]");
  }

  private static double weightedSum(double[][] y, double[][] weights) {
    double sum = 0;
    for (int n = 0; n < y.length; n++) {
      for (int j = 0; j < y[n].length; j++) {
        sum += y[n][j] * weights[n][j];
      }
    }
    return sum;
  }
}
