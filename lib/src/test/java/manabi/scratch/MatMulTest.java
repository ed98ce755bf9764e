package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatMulTest {

  private final double[][] w = {{0.2, -1.0, 0.4}, {1.5, 0.3, -0.7}}; // [D, H] = [2, 3]
  private final double[][] x = {{1, 2}, {-0.5, 0.1}, {0, 3}, {2, 2}}; // [N, D] = [4, 2]
  private final double[][] g = {{1, -2, 0.3}, {0.5, 0, 1}, {-1, 1, 2}, {0.2, 0.9, -3}};
  private final MatMul layer = new MatMul(w);

  @Test
  void gradientsMatchCentralDifferences() {
    layer.forward(x);
    double[][] dx = layer.backward(g);
    assertThat(GradientCheck.relativeError(this::weightedSum, x, dx)).isLessThan(1e-6);
    assertThat(GradientCheck.relativeError(this::weightedSum, w, layer.grad)).isLessThan(1e-6);
  }

  @Test
  void backwardReplacesTheGradient() {
    layer.forward(x);
    layer.backward(g);
    double[][] once = Matrix.copy(layer.grad);
    layer.backward(g);
    assertThat(layer.grad).isDeepEqualTo(once);
  }

  private double weightedSum() {
    double[][] out = layer.forward(x);
    double sum = 0;
    for (int n = 0; n < out.length; n++) {
      for (int j = 0; j < out[n].length; j++) {
        sum += g[n][j] * out[n][j];
      }
    }
    return sum;
  }
}
