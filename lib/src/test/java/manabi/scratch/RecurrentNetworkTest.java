package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrentNetworkTest {

  private static final int STEPS = 8;

  private final RecurrentNetwork network = RecurrentNetwork.random(2, 5, 3, 1);
  private final double[][] x = Matrix.normal(STEPS, 2, 1, new Random(2));
  private final double[][] d = Matrix.normal(STEPS, 3, 1, new Random(3));

  @Tag("C8.3")
  @Test
  void slideForwardEquationsWithOneUnit() {
    var oneUnit =
        new RecurrentNetwork(matrix(1), matrix(0.5), matrix(2), new double[1][1], new double[1][1]);
    var states = oneUnit.forward(new double[] {1}, new double[] {0});
    assertThat(states.z()[0][0]).isCloseTo(0.731059, within(5e-7));
    assertThat(states.u()[1][0]).isCloseTo(0.365529, within(5e-7));
    assertThat(states.z()[1][0]).isCloseTo(0.590378, within(5e-7));
    assertThat(states.y()[0][0]).isCloseTo(0.811856, within(5e-7));
  }

  @Test
  void biasesShiftBothLayers() {
    var biased =
        new RecurrentNetwork(matrix(1), matrix(0.5), matrix(2), matrix(0.25), matrix(-0.75));
    var states = biased.forward(new double[] {0.75});
    assertThat(states.u()[0][0]).isEqualTo(1);
    assertThat(states.y()[0][0])
        .isCloseTo(Functions.sigmoid(2 * 0.7310585786300049 - 0.75), within(1e-12));
  }

  @Tag("C8.10")
  @Tag("C8.9")
  @Test
  void fullGradientMatchesDifferences() {
    var gradient = network.gradient(x, d, STEPS - 1);
    for (int p = 0; p < 5; p++) {
      double[][] numeric =
          NumericalGradient.of(() -> network.loss(x, d), network.parameters().get(p));
      for (int i = 0; i < numeric.length; i++) {
        assertThat(gradient.parameters().get(p)[i]).containsExactly(numeric[i], within(1e-11));
      }
    }
  }

  @Tag("C8.11")
  @Test
  void noStepsBackTakesTheStateForAConstant() {
    double[][] gradient = network.gradient(x, d, 0).wIn();
    // The loss of each step with the state before it held fast.
    double[][] states = network.forward(x).z();
    double[][] numeric =
        NumericalGradient.of(
            () -> {
              double sum = 0;
              for (int t = 0; t < STEPS; t++) {
                double[] before = t == 0 ? new double[5] : states[t - 1];
                double[] shift = Matrix.plus(network.b()[0], Matrix.times(before, network.w()));
                var step =
                    new RecurrentNetwork(
                        network.wIn(),
                        network.w(),
                        network.wOut(),
                        new double[][] {shift},
                        network.c());
                sum += step.loss(new double[][] {x[t]}, new double[][] {d[t]});
              }
              return sum;
            },
            network.wIn());
    for (int i = 0; i < numeric.length; i++) {
      assertThat(gradient[i]).containsExactly(numeric[i], within(1e-11));
    }
  }

  @Test
  void moreStepsBackThanThereAreChangeNothing() {
    assertThat(network.gradient(x, d, 100).w()).isDeepEqualTo(network.gradient(x, d, 7).w());
    assertThat(network.gradient(x, d, 6).wIn()).isNotEqualTo(network.gradient(x, d, 7).wIn());
  }

  @Tag("C8.11")
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 6})
  void binaryAdditionTruncatesTheSameWay(int stepsBack) {
    var addition =
        new BinaryAddition(
            AdditionHyperparameters.LECTURE.withHiddenSize(5),
            AdditionVariant.LECTURE.withOutputDelta(OutputDelta.TRUE).withStepsBack(stepsBack));
    addition.forward(93, 38);
    addition.backward(93, 38);

    double[][] bits = new double[STEPS][];
    double[][] sum = new double[STEPS][];
    for (int t = 0; t < STEPS; t++) {
      bits[t] = new double[] {Bits.bit(93, t), Bits.bit(38, t)};
      sum[t] = new double[] {Bits.bit(131, t)};
    }
    var same =
        new RecurrentNetwork(
            addition.wIn, addition.w, addition.wOut, new double[1][5], new double[1][1]);
    var expected = same.gradient(bits, sum, stepsBack);
    assertClose(addition.wInGrad, expected.wIn());
    assertClose(addition.wGrad, expected.w());
    assertClose(addition.wOutGrad, expected.wOut());
  }

  @Test
  void shapesMustFit() {
    assertThatThrownBy(
            () ->
                new RecurrentNetwork(
                    new double[2][4],
                    new double[5][5],
                    new double[5][1],
                    new double[1][5],
                    new double[1][1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("wIn must be [2, 5], was [2, 4]");
    assertThatThrownBy(
            () ->
                new RecurrentNetwork(
                    new double[2][5],
                    new double[5][5],
                    new double[5][1],
                    new double[1][5],
                    new double[1][2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("c must be [1, 1], was [1, 2]");
  }

  @Test
  void refusesSequencesOfAnotherShape() {
    double[][] narrow = new double[STEPS][1];
    double[][] shorter = new double[STEPS - 1][3];
    assertThatThrownBy(() -> network.forward(narrow))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x must be [8, 2], was [8, 1]");
    assertThatThrownBy(() -> network.loss(x, shorter)).hasMessage("d must be [8, 3], was [7, 3]");
    assertThatThrownBy(() -> network.gradient(x, narrow, 1))
        .hasMessage("d must be [8, 3], was [8, 1]");
  }

  @Test
  void stepsBackMustNotBeNegative() {
    assertThatThrownBy(() -> AdditionVariant.LECTURE.withStepsBack(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("stepsBack must be 0 or more, was -1");
  }

  private static void assertClose(double[][] actual, double[][] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).containsExactly(expected[i], within(1e-14));
    }
  }

  private static double[][] matrix(double entry) {
    return new double[][] {{entry}};
  }
}
