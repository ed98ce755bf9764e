package manabi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineChartTest {

  private static final int BLUE = 0x0072B2;
  private static final int RED = 0xD55E00;

  @Test
  void countsValuesFromOne() {
    JsonNode trace = Charts.json(LineChart.of("loss", 0.5, 0.25)).at("/data/0");
    assertThat(trace.get("x")).hasToString("[1,2]");
    assertThat(trace.get("y")).hasToString("[0.5,0.25]");
    assertThat(trace.get("name").asText()).isEqualTo("loss");
    assertThat(trace.get("mode").asText()).isEqualTo("lines");
  }

  @Test
  void drawsNothingOutsideTheGivenRange() {
    LineChart chart = LineChart.of("loss", 9, 9, 1, 1).yRange(0, 1.5);
    assertThat(Charts.json(chart).at("/layout/yaxis/range")).hasToString("[0.0,1.5]");
    BufferedImage image = Charts.image(chart);
    // The line at 1 takes the right third; that at 9 would lie above the picture.
    assertThat(Charts.meanX(image, BLUE)).isGreaterThan(image.getWidth() / 2.0);
    assertThat(Charts.rgb(image, image.getWidth() / 2, 3)).isEqualTo(0xFFFFFF);
  }

  @Test
  void writesValuesThatNoLineCanShowAsNull() {
    LineChart chart = LineChart.of("loss", 1, Double.NaN, Double.POSITIVE_INFINITY, 0.5);
    assertThat(Charts.json(chart).at("/data/0/y")).hasToString("[1,null,null,0.5]");
    assertThat(Charts.count(Charts.image(chart), BLUE)).isZero(); // two ends without a line
  }

  @Test
  void drawsCurvesOfATrainingInTheMapsOrderAndColours() {
    Map<String, List<Double>> curves = new LinkedHashMap<>();
    curves.put("val_loss", List.of(0.9, 0.8));
    curves.put("loss", List.of(0.2, 0.1));
    LineChart chart = LineChart.of(curves);

    assertThat(Charts.json(chart).at("/data/0/name").asText()).isEqualTo("val_loss");
    assertThat(Charts.json(chart).at("/data/1/line/color").asText()).isEqualTo("#d55e00");
    assertThat(Charts.json(chart).at("/layout/xaxis/title/text").asText()).isEqualTo("epoch");
    assertThat(Charts.json(chart).at("/layout/showlegend").asBoolean()).isTrue();
    BufferedImage image = Charts.image(chart);
    assertThat(Charts.count(image, BLUE)).isGreaterThan(100);
    assertThat(Charts.meanY(image, BLUE)).isLessThan(Charts.meanY(image, RED));
  }

  @Test
  void marksNoHalfEpochs() {
    double[] y = {3, 2, 1};
    assertThat(xAxis(new double[] {1, 2, 3}, y).get("dtick").asInt()).isEqualTo(1);
    assertThat(xAxis(new double[] {1, 2.5, 3}, y).has("dtick")).isFalse();
    assertThat(xAxis(new double[] {1, 2, 30}, y).has("dtick")).isFalse();
  }

  private static JsonNode xAxis(double[] x, double[] y) {
    return Charts.json(LineChart.of("loss", x, y)).at("/layout/xaxis");
  }

  @Test
  void showsTextsAsTheyAreInBothFormats() {
    String text = "\"it's\" <b>5 < 6 & 7</b> C:\\new 損失\nline";
    JsonNode spec = Charts.json(LineChart.of(text, 1, 2).title(text).xLabel(text).yLabel(text));
    String expected =
        "\"it's\" &lt;b&gt;5 &lt; 6 &amp; 7&lt;/b&gt; C:\\new 損失 line"; // plotly.js decodes these
    assertThat(spec.at("/layout/title/text").asText()).isEqualTo(expected);
    assertThat(spec.at("/layout/xaxis/title/text").asText()).isEqualTo(expected);
    assertThat(spec.at("/layout/yaxis/title/text").asText()).isEqualTo(expected);
    assertThat(spec.at("/data/0/name").asText()).isEqualTo(expected);
  }

  @Test
  void hasNoAttributeThatPlotly3Dropped() {
    assertThat(Charts.json(LineChart.of("a", 1, 2).title("t")).toString())
        .doesNotContain("titlefont", "\"title\":\"");
  }

  @Test
  void bandFollowsTheUpperEdgeAndReturnsAlongTheLower() {
    JsonNode band =
        Charts.json(
                LineChart.of("mean", 2, 3)
                    .band(new double[] {1, 2.5}, new double[] {3, 3.5})
                    .with("other", 0, 0))
            .at("/data/1");
    assertThat(band.get("x")).hasToString("[1,2,2,1]");
    assertThat(band.get("y")).hasToString("[3,3.5,2.5,1]");
    assertThat(band.get("fill").asText()).isEqualTo("toself");
    assertThat(band.get("fillcolor").asText()).isEqualTo("rgba(0,114,178,0.25)");
    assertThat(band.get("showlegend").asBoolean()).isFalse();
  }

  @Test
  void lineAfterABandGetsTheNextColour() {
    LineChart chart =
        LineChart.of("mean", 2, 3).band(new double[] {1, 2}, new double[] {3, 4}).with("b", 1, 1);
    assertThat(Charts.json(chart).at("/data/2/line/color").asText()).isEqualTo("#d55e00");
  }

  @Test
  void logarithmicAxisLeavesOutWhatHasNoLogarithm() {
    JsonNode spec = Charts.json(LineChart.of("loss", 1, 0, -1, 0.01).logY());
    assertThat(spec.at("/layout/yaxis/type").asText()).isEqualTo("log");
    assertThat(spec.at("/data/0/y")).hasToString("[1,null,null,0.01]");
    assertThat(Charts.image(LineChart.of("loss", 1, 0, 0.01).logY()).getWidth()).isEqualTo(640);
  }

  @Test
  void optionsLeaveTheChartAsItWas() {
    LineChart plain = LineChart.of("loss", 1, 2);
    LineChart titled = plain.title("t").size(300, 200).with("b", 1, 2);
    assertThat(plain).hasToString("LineChart: loss (2 points, 1 to 2)");
    assertThat(titled)
        .hasToString("LineChart \"t\": loss (2 points, 1 to 2), b (2 points, 1 to 2)");
    BufferedImage image = Charts.image(titled);
    assertThat(image.getWidth()).isEqualTo(300);
    assertThat(image.getHeight()).isEqualTo(200);
  }

  @Test
  void drawsOnAnOpaqueLightGround() {
    BufferedImage image = Charts.image(LineChart.of("loss", 1, 2));
    assertThat(image.getColorModel().hasAlpha()).isFalse();
    assertThat(Charts.rgb(image, 0, 0)).isEqualTo(0xFFFFFF);
  }

  @Test
  void drawsOnePointAndEqualValues() {
    assertThat(Charts.image(LineChart.of("loss", 3)).getWidth()).isEqualTo(640);
    assertThat(Charts.image(LineChart.of("loss", 0, 0, 0)).getWidth()).isEqualTo(640);
    assertThat(Charts.image(LineChart.of("", 1, 2)).getWidth()).isEqualTo(640);
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    assertThatThrownBy(() -> LineChart.of("loss", new double[] {1, 2}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x of 'loss' must have as many numbers as values, 1, was 2");
    assertThatThrownBy(() -> LineChart.of("loss"))
        .hasMessage("values of 'loss' must hold a finite number, had none");
    assertThatThrownBy(() -> LineChart.of("loss", Double.NaN))
        .hasMessage("values of 'loss' must hold a finite number, had none");
    assertThatThrownBy(() -> LineChart.of("a", new double[] {Double.NaN}, new double[] {1}))
        .hasMessage("x of 'a' must be finite");
    assertThatThrownBy(() -> LineChart.of(Map.<String, List<Double>>of()))
        .hasMessage("curves must hold at least one name, was empty");
    assertThatThrownBy(() -> LineChart.of("a", 1, 2).band(new double[1], new double[2]))
        .hasMessage("low must have as many numbers as the line, 2, was 1");
    assertThatThrownBy(() -> LineChart.of("a", 0, -1).logY())
        .hasMessage("values of 'a' must hold a positive number for a logarithmic axis, had none");
    assertThatThrownBy(() -> LineChart.of("a", 1).size(640, 20))
        .hasMessage("size must be from 100 to 4000 pixels a side, was 640 x 20");
  }

  @Test
  void functionIsDrawnFromEndToEnd() {
    JsonNode spec =
        Charts.json(LineChart.of("x²", x -> x * x, -2, 3).with("1/x", x -> 1 / x, -1, 1));
    assertThat(spec.at("/data/0/x")).hasSize(201);
    assertThat(spec.at("/data/0/x/0").asDouble()).isEqualTo(-2);
    assertThat(spec.at("/data/0/x/200").asDouble()).isEqualTo(3);
    assertThat(spec.at("/data/0/y/200").asDouble()).isEqualTo(9);
    assertThat(spec.at("/data/1/y/100").isNull()).isTrue(); // 1/0
    assertThatThrownBy(() -> LineChart.of("f", x -> x, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("range must go from a low to a higher finite number");
  }
}
