package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("C8.12")
class BinaryAdditionTest {

  private static final AdditionHyperparameters LECTURE = AdditionHyperparameters.LECTURE;

  /** 93 + 38 = 131 carries over three bits; no two of the words are alike. */
  private static final int A = 93;

  private static final int B = 38;

  @Tag("C8.3")
  @Test
  void slideForwardEquationsWithOneUnit() {
    var network = new BinaryAddition(LECTURE.withHiddenSize(1));
    network.wIn[0][0] = 1;
    network.w[0][0] = 0.5;
    network.wOut[0][0] = 2;

    network.forward(1, 0); // x = (1, 0) and zeros, 1 being the least significant bit

    assertThat(network.z[1][0]).isCloseTo(0.731059, within(5e-7));
    assertThat(network.u[2][0]).isCloseTo(0.365529, within(5e-7));
    assertThat(network.z[2][0]).isCloseTo(0.590378, within(5e-7));
    assertThat(network.y[0]).isCloseTo(0.811856, within(5e-7));
  }

  @Tag("C8.2")
  @Test
  void slideHas304Weights() {
    var network = new BinaryAddition(LECTURE);
    assertThat(network.parameterCount()).isEqualTo(304);
    assertThat(entries(network.wIn) + entries(network.w) + entries(network.wOut)).isEqualTo(304);
  }

  @Tag("C2.4")
  @Tag("C8.8")
  @Test
  void lossOfOutputsAtChanceIsOne() {
    var network = new BinaryAddition(LECTURE);
    Matrix.clear(network.wOut); // every y is 0.5, every bit costs 0.125
    assertThat(network.forward(A, B)).isCloseTo(1, within(1e-15));
  }

  @TestFactory
  Stream<DynamicTest> gradientsMatchCentralDifferences() {
    return Stream.of(Activation.values())
        .flatMap(
            activation -> {
              var network = network(activation, OutputDelta.TRUE);
              double tolerance = activation == Activation.RELU ? 1e-4 : 1e-6;
              return Stream.of(
                  check(activation + " Win", network, network.wIn, network.wInGrad, tolerance),
                  check(activation + " W", network, network.w, network.wGrad, tolerance),
                  check(activation + " Wout", network, network.wOut, network.wOutGrad, tolerance));
            });
  }

  private static DynamicTest check(
      String name, BinaryAddition network, double[][] weights, double[][] grad, double tolerance) {
    return dynamicTest(
        name,
        () ->
            assertThat(GradientCheck.relativeError(() -> network.forward(A, B), weights, grad))
                .isLessThan(tolerance));
  }

  @Tag("E9")
  @Test
  void lecturesOutputDeltaIsNotTheGradient() {
    var network = network(Activation.SIGMOID, OutputDelta.LECTURE);
    assertThat(
            GradientCheck.relativeError(
                () -> network.forward(A, B), network.wOut, network.wOutGrad))
        .isGreaterThan(0.01);
  }

  @Test
  void lecturesOutputSlopeLiesBetweenItsEnds() {
    assertThat(OutputDelta.LECTURE.slope(0)).isEqualTo(0.25);
    assertThat(OutputDelta.LECTURE.slope(1)).isCloseTo(0.197, within(5e-4));
    assertThat(OutputDelta.TRUE.slope(0.5)).isEqualTo(0.25);
    assertThat(OutputDelta.TRUE.slope(0.9)).isCloseTo(0.09, within(1e-15));
  }

  @Test
  void updateClearsTheGradients() {
    var network = network(Activation.SIGMOID, OutputDelta.LECTURE);
    network.update();
    assertThat(network.wInGrad).isDeepEqualTo(new double[2][5]);
    assertThat(network.wGrad).isDeepEqualTo(new double[5][5]);
    assertThat(network.wOutGrad).isDeepEqualTo(new double[5][1]);
  }

  @Test
  void updateClipsTheGradients() {
    var variant = AdditionVariant.LECTURE.withClipping(GradientClipping.byValue(1e-9));
    var network = new BinaryAddition(LECTURE, variant);
    double[][] before = Matrix.copy(network.wOut);
    network.forward(A, B);
    network.backward(A, B);
    network.update();
    for (int j = 0; j < before.length; j++) {
      assertThat(network.wOut[j][0]).isCloseTo(before[j][0], within(1.0001e-10));
    }
  }

  @Test
  void firstWeightsHaveTheirStandardDeviation() {
    var many = LECTURE.withHiddenSize(400).withWeightInitStd(0.5);
    var variant = AdditionVariant.LECTURE;
    // 160 000 weights: the standard error of the estimate is 0.2 % of it; 1 % is never left.
    assertThat(spread(new BinaryAddition(many, variant).w)).isCloseTo(0.5, within(0.005));
    assertThat(
            spread(new BinaryAddition(many, variant.withInitialisation(Initialisation.XAVIER)).w))
        .isCloseTo(0.05, within(0.0005));
    assertThat(spread(new BinaryAddition(many, variant.withInitialisation(Initialisation.HE)).w))
        .isCloseTo(0.05 * Math.sqrt(2), within(0.0007));
  }

  @SuppressWarnings("ArrayRecordComponent") // only read, never compared
  record Case(
      Activation activation,
      OutputDelta outputDelta,
      int hiddenSize,
      double learningRate,
      int[][] pairs,
      double[][][] first,
      double[] losses,
      double[][][] last) {}

  static List<Case> oracle() {
    return Oracle.read("binary-addition.json", Case.class);
  }

  @ParameterizedTest
  @MethodSource("oracle")
  void firstIterationsMatchTheOracle(Case expected) {
    var network =
        new BinaryAddition(
            LECTURE.withHiddenSize(expected.hiddenSize()).withLearningRate(expected.learningRate()),
            AdditionVariant.LECTURE
                .withActivation(expected.activation())
                .withOutputDelta(expected.outputDelta()));
    Oracle.set(network.wIn, expected.first()[0]);
    Oracle.set(network.wOut, expected.first()[1]);
    Oracle.set(network.w, expected.first()[2]);

    double[] losses = new double[expected.pairs().length];
    for (int i = 0; i < losses.length; i++) {
      int a = expected.pairs()[i][0];
      int b = expected.pairs()[i][1];
      losses[i] = network.forward(a, b);
      network.backward(a, b);
      network.update();
    }

    assertThat(losses).containsExactly(expected.losses(), within(Oracle.TOLERANCE));
    Oracle.assertClose("wIn", network.wIn, expected.last()[0]);
    Oracle.assertClose("wOut", network.wOut, expected.last()[1]);
    Oracle.assertClose("w", network.w, expected.last()[2]);
  }

  @Test
  void reportsComeEveryHundredIterationsFromTheFirst() {
    List<AdditionReport> reports = new ArrayList<>();
    var history = new BinaryAddition(LECTURE.withIterations(301)).train(reports::add);
    assertThat(reports).extracting(AdditionReport::iteration).containsExactly(0, 100, 200, 300);
    assertThat(reports).extracting(AdditionReport::loss).isEqualTo(history.losses());
    assertThat(history.allLosses()).hasSize(301);
  }

  @Test
  void reportShowsThePairItTrainedOn() {
    new BinaryAddition(LECTURE.withIterations(50).withReportEvery(1))
        .train(
            report -> {
              assertThat(report.a()).isBetween(0, 127);
              assertThat(report.b()).isBetween(0, 127);
              assertThat(Bits.number(report.label())).isEqualTo(report.a() + report.b());
            });
  }

  @Test
  void sameSeedGivesTheSameTraining() {
    var hyper = LECTURE.withIterations(200);
    var losses = new BinaryAddition(hyper).train().allLosses();
    assertThat(new BinaryAddition(hyper).train().allLosses()).isEqualTo(losses);
    assertThat(new BinaryAddition(hyper.withSeed(1)).train().allLosses()).isNotEqualTo(losses);
  }

  @Test
  void addendsMustLeaveRoomForTheSum() {
    var network = new BinaryAddition(LECTURE);
    assertThatThrownBy(() -> network.predict(128, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a must be in 0..127, was 128");
    assertThatThrownBy(() -> network.predict(0, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("b must be in 0..127, was -1");
  }

  /** Returns a network with the gradients of A + B; 5 units differ from 2 inputs and 8 steps. */
  private static BinaryAddition network(Activation activation, OutputDelta outputDelta) {
    var network =
        new BinaryAddition(
            LECTURE.withHiddenSize(5),
            AdditionVariant.LECTURE.withActivation(activation).withOutputDelta(outputDelta));
    network.forward(A, B);
    network.backward(A, B);
    return network;
  }

  private static int entries(double[][] matrix) {
    return matrix.length * matrix[0].length;
  }

  private static double spread(double[][] matrix) {
    return Math.sqrt(
        Stream.of(matrix).flatMapToDouble(Arrays::stream).map(x -> x * x).average().orElseThrow());
  }

  @Test
  void interruptEndsTraining() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new BinaryAddition(LECTURE).train())
        .isInstanceOf(CancellationException.class)
        .hasMessage("training was interrupted in iteration 0");
    assertThat(Thread.interrupted()).isFalse();
  }
}
