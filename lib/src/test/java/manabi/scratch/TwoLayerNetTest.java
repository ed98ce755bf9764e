package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TwoLayerNetTest {

  private static final int N = 10;

  private final Random random = new Random(3);
  private final double[][] x = Matrix.normal(N, 7, 1, random);
  private final double[][] t = OneHot.encode(random.ints(N, 0, 4).toArray(), 4);

  @Test
  @Tag("C1.13")
  void backpropagationMatchesDifferencesInAllFourArrays() {
    TwoLayerNet net = new TwoLayerNet(7, 5, 4, 1, 0);
    List<double[][]> analytic = net.gradient(x, t).stream().map(Matrix::copy).toList();
    for (int p = 0; p < 4; p++) {
      double[][] parameter = net.parameters().get(p);
      assertThat(GradientCheck.relativeError(() -> net.loss(x, t), parameter, analytic.get(p)))
          .as("parameter %d", p)
          .isLessThan(1e-6);
    }
  }

  @Test
  @Tag("C1.13")
  void startsAtTheLossOfGuessing() {
    TwoLayerNet net = new TwoLayerNet(784, 50, 10, 0.01, 0);
    double[][] images = new double[20][784];
    for (double[] image : images) {
      IntStream.range(0, 784).forEach(i -> image[i] = random.nextDouble());
    }
    double[][] labels = OneHot.encode(random.ints(20, 0, 10).toArray(), 10);
    assertThat(net.loss(images, labels)).isCloseTo(Math.log(10), within(0.03));
    assertThat(net.parameterCount()).isEqualTo(39_760);
  }

  @Test
  @Tag("C2.13")
  void oneStepDownTheGradientLowersTheLoss() {
    TwoLayerNet net = new TwoLayerNet(7, 5, 4, 1, 0);
    double before = net.step(x, t, 0.1);
    assertThat(net.loss(x, t)).isLessThan(before);
  }

  @Test
  @Tag("C2.1")
  @Tag("C2.16")
  void overfitsASmallBatchUnlessItsWeightsAreFrozen() {
    TwoLayerNet net = new TwoLayerNet(7, 20, 4, 1, 0);
    TwoLayerNet frozen = new TwoLayerNet(7, 20, 4, 1, 0);
    for (int i = 0; i < 2000; i++) {
      net.step(x, t, 0.5);
      frozen.step(x, t, 0);
    }
    assertThat(net.accuracy(x, t)).isEqualTo(1);
    assertThat(net.loss(x, t)).isLessThan(0.05);
    assertThat(frozen.accuracy(x, t)).isLessThan(0.99);
    assertThat(frozen.loss(x, t)).isGreaterThan(0.05);
  }

  @Test
  void accuracyIsTheShareOfRightAnswers() {
    TwoLayerNet net = new TwoLayerNet(7, 5, 4, 1, 0);
    double[][] scores = net.scores(x);
    double[][] answers =
        OneHot.encode(IntStream.range(0, N).map(n -> Matrix.argmax(scores[n])).toArray(), 4);
    assertThat(net.accuracy(x, answers)).isEqualTo(1);
    answers[0] = new double[] {0, 0, 0, 0};
    answers[0][(Matrix.argmax(scores[0]) + 1) % 4] = 1;
    assertThat(net.accuracy(x, answers)).isEqualTo(0.9);
  }

  @Test
  void refusesShapesThatDoNotFit() {
    TwoLayerNet net = new TwoLayerNet(7, 5, 4, 1, 0);
    assertThatThrownBy(() -> net.loss(new double[2][6], t))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x must be [2, 7], was [2, 6]");
    assertThatThrownBy(() -> net.loss(x, new double[N][3]))
        .hasMessage("t must be [10, 4], was [10, 3]");
  }
}
