package manabi.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Map;
import manabi.tensor.ComputationalGraph;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import manabi.tensor.op.SoftmaxCrossEntropy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ComputationChartTest {

  private static final int DERIVATIVE = 0xD55E00;
  private static final int BOX = 0xF3F6FA;

  private final Tensor x = Tensor.scalar(3);
  private final Tensor y = Tensor.scalar(4);

  private ComputationalGraph squareOfASum() {
    try (var tape = GradientTape.open()) {
      Tensor z = x.add(y).square();
      return ComputationalGraph.of(tape, z, Map.of("x", x, "y", y, "z", z));
    }
  }

  @Test
  @Tag("C2.11")
  void saysValuesAndDerivativesOfTheSlide() {
    assertThat(ComputationChart.of(squareOfASum()).title("z = t²").toString().lines())
        .containsExactly(
            "ComputationChart \"z = t²\":",
            "x → +: value 3, derivative 14",
            "y → +: value 4, derivative 14",
            "+ → ( )²: value 7, derivative 14",
            "( )² → z: value 49, derivative 1");
  }

  @Test
  @Tag("C2.8")
  void drawsDerivativesBelowValues() {
    try (var tape = GradientTape.open()) {
      Tensor z = x.exp();
      BufferedImage image =
          Charts.image(
              ComputationChart.of(ComputationalGraph.of(tape, z, Map.of())).size(500, 200));
      // All is on one line but the legend, which fills the last third.
      BufferedImage graph = image.getSubimage(0, 0, 500, 140);
      assertThat(Charts.count(graph, DERIVATIVE)).isPositive();
      assertThat(Charts.meanY(graph, DERIVATIVE)).isGreaterThan(Charts.meanY(graph, BOX) + 5);
    }
  }

  @Test
  void inputsStandLeftOfTheirOperationsAndNoNodeOnAnother() {
    try (var tape = GradientTape.open()) {
      Tensor z = x.exp().multiply(x.square()).add(y).log();
      ComputationLayout layout = ComputationLayout.of(ComputationalGraph.of(tape, z, Map.of()));
      // x, exp, square, ×, y, +, log, result
      assertThat(layout.columns()).containsExactly(0, 1, 1, 2, 2, 3, 4, 5);
      assertThat(layout.rows()[1]).isNotEqualTo(layout.rows()[2]);
      assertThat(layout.rows()[3]).isNotEqualTo(layout.rows()[4]);
      assertThat(layout.lastColumn()).isEqualTo(5);
    }
  }

  @Test
  void longNamesAreBrokenIntoLines() {
    Tensor scores = Tensor.zeros(2, 3);
    try (var tape = GradientTape.open()) {
      Tensor z = new SoftmaxCrossEntropy(Tensor.vector(0, 2)).apply(scores);
      ComputationalGraph graph = ComputationalGraph.of(tape, z, Map.of());
      assertThat(ComputationPicture.label(graph, 1)).isEqualTo("Softmax\nCross\nEntropy");
      assertThat(ComputationChart.of(graph).toString()).contains("→ Softmax Cross Entropy: value");
    }
  }

  @Test
  void largerTensorsShowTheirShape() {
    try (var tape = GradientTape.open()) {
      Tensor z = Tensor.zeros(2, 3).sum();
      assertThat(ComputationChart.of(ComputationalGraph.of(tape, z, Map.of())).toString())
          .contains("constant → sum: value [2, 3], derivative [2, 3]");
    }
  }
}
