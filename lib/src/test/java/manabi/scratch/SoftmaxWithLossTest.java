package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C10.8")
class SoftmaxWithLossTest {

  @Test
  void lossIsTheMeanOfTheSamples() {
    double[][] score = {{Math.log(1), Math.log(2), Math.log(5)}, {0, 0, 0}};
    double[][] target = {{0, 0, 1}, {1, 0, 0}};
    assertThat(new SoftmaxWithLoss().forward(score, target))
        .isCloseTo((-Math.log(5 / 8.0) - Math.log(1 / 3.0)) / 2, within(1e-15));
  }

  @Test
  void largeScoresDoNotOverflow() {
    double[][] score = {{10_000, 9_999}};
    double[][] target = {{0, 1}};
    assertThat(new SoftmaxWithLoss().forward(score, target))
        .isCloseTo(1 + Math.log1p(Math.exp(-1)), within(1e-12));
  }

  @Test
  void gradientMatchesCentralDifferences() {
    double[][] score = {{0.3, -1.2, 0.8}, {1.1, 0.2, -0.4}};
    double[][] target = {{0, 1, 0}, {1, 0, 0}};
    var layer = new SoftmaxWithLoss();
    layer.forward(score, target);
    double[][] gradient = layer.backward(2);
    assertThat(GradientCheck.relativeError(() -> 2 * layer.forward(score, target), score, gradient))
        .isLessThan(1e-6);
  }
}
