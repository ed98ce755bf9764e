package manabi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.util.List;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ScatterChartTest {

  private static final Tensor POINTS = Tensor.of(new float[] {1, 10, 2, 20, 3, 30}, 3, 2);

  @Test
  void takesColumnsOfATensorAsXAndY() {
    JsonNode trace = Charts.json(ScatterChart.of("words", POINTS)).at("/data/0");
    assertThat(trace.get("x")).hasToString("[1,2,3]");
    assertThat(trace.get("y")).hasToString("[10,20,30]");
    assertThat(trace.get("mode").asText()).isEqualTo("markers");
  }

  @Test
  void namesPoints() {
    ScatterChart chart = ScatterChart.of("words", POINTS).labels(List.of("you", "<unk>", "\"my\""));
    JsonNode trace = Charts.json(chart).at("/data/0");
    assertThat(trace.get("mode").asText()).isEqualTo("markers+text");
    assertThat(trace.get("text")).hasToString("[\"you\",\"&lt;unk&gt;\",\"\\\"my\\\"\"]");
    assertThat(trace.get("textposition"))
        .hasToString("[\"top center\",\"top center\",\"top center\"]");
    long ink = Charts.count(Charts.image(chart), 0x333333);
    assertThat(ink)
        .isGreaterThan(Charts.count(Charts.image(ScatterChart.of("w", POINTS)), 0x333333));
  }

  @Test
  void textOfAPointThatLiesOnAnotherGoesBelow() {
    double[] x = {0, 1, 1.01};
    double[] y = {0, 1, 0.99};
    ScatterChart chart = ScatterChart.of("words", x, y).labels(List.of("my", "are", "sunshine"));
    assertThat(Charts.json(chart).at("/data/0/textposition"))
        .hasToString("[\"top center\",\"top center\",\"bottom center\"]");
  }

  @Test
  void drawsGroupsInTheirColoursAndPlaces() {
    ScatterChart chart =
        ScatterChart.of("real", new double[] {0, 1}, new double[] {0, 1})
            .with("generated", new double[] {8, 9}, new double[] {0, 1})
            .size(400, 300);
    BufferedImage image = Charts.image(chart);
    assertThat(Charts.meanX(image, 0x0072B2)).isPositive().isLessThan(200);
    assertThat(Charts.json(chart).at("/data/1/marker/color").asText()).isEqualTo("#d55e00");
    assertThat(chart).hasToString("ScatterChart: real (2 points), generated (2 points)");
  }

  @Test
  void refusesOtherShapesAndTooFewTexts() {
    assertThatThrownBy(() -> ScatterChart.of("a", Tensor.zeros(2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points must be [N, 2], was [2, 3]");
    assertThatThrownBy(() -> ScatterChart.of("a", POINTS).labels(List.of("one")))
        .hasMessage("labels must have as many numbers as the group has points, 3, was 1");
  }
}
