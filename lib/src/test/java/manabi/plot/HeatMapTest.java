package manabi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class HeatMapTest {

  private static final int LOWEST = 0xF7FBFF;
  private static final int HIGHEST = 0x08306B;

  @Test
  void drawsFirstRowOnTopAndFirstColumnLeft() {
    BufferedImage rows = Charts.image(plain(new double[][] {{0, 0, 0}, {1, 1, 1}}));
    assertThat(Charts.meanY(rows, LOWEST)).isLessThan(Charts.meanY(rows, HIGHEST));
    BufferedImage columns = Charts.image(plain(new double[][] {{0, 1}, {0, 1}, {0, 1}}));
    assertThat(Charts.meanX(columns, LOWEST)).isLessThan(Charts.meanX(columns, HIGHEST));
    assertThat(Charts.json(plain(new double[][] {{0, 1}})).at("/layout/yaxis/autorange").asText())
        .isEqualTo("reversed");
  }

  @Test
  void coloursCellsByTheirPlaceInTheRange() {
    HeatMap map = plain(new double[][] {{-1, 0.5, 9}}).range(-1, 2);
    BufferedImage image = Charts.image(map);
    assertThat(Charts.count(image, 0x6BAED6)).isGreaterThan(1000); // the middle of Blues
    assertThat(Charts.count(image, HIGHEST)).isGreaterThan(1000); // 9 counts as 2
    assertThat(Charts.json(map).at("/data/0/zmin").asDouble()).isEqualTo(-1);
    assertThat(Charts.json(map).at("/data/0/zmax").asDouble()).isEqualTo(2);
  }

  @Test
  void holdsEntriesRowByRow() {
    Tensor matrix = Tensor.of(new float[] {1, 2, 3, 4, Float.NaN, 0.841471f}, 2, 3);
    JsonNode trace = Charts.json(HeatMap.of(matrix)).at("/data/0");
    assertThat(trace.get("type").asText()).isEqualTo("heatmap");
    assertThat(trace.get("z")).hasToString("[[1,2,3],[4,null,0.841471]]");
    assertThat(trace.at("/colorscale/0")).hasToString("[0.0,\"#440154\"]");
    assertThat(trace.at("/colorscale/9")).hasToString("[1.0,\"#fde725\"]");
    assertThat(trace.get("showscale").asBoolean()).isTrue();
  }

  @Test
  void namesCellsThoughNamesRepeat() {
    HeatMap map =
        plain(new double[][] {{1, 2, 3}}).labels(List.of("a<b"), List.of("the", "cat", "the"));
    JsonNode layout = Charts.json(map).get("layout");
    assertThat(layout.at("/xaxis/tickvals")).hasToString("[0,1,2]");
    assertThat(layout.at("/xaxis/ticktext")).hasToString("[\"the\",\"cat\",\"the\"]");
    assertThat(layout.at("/yaxis/ticktext")).hasToString("[\"a&lt;b\"]");
  }

  @Test
  void marksNoPlaceBetweenTwoCells() {
    JsonNode layout = Charts.json(plain(new double[2][13])).get("layout");
    assertThat(layout.at("/yaxis/dtick").asInt()).isEqualTo(1);
    assertThat(layout.at("/xaxis").has("dtick")).isFalse();
  }

  @Test
  void confusionMatrixShowsCountsAndWhichSideIsTrue() {
    HeatMap map = HeatMap.confusion(Tensor.of(new float[] {9, 1, 2, 8}, 2, 2), List.of("A", "B"));
    JsonNode spec = Charts.json(map);
    assertThat(spec.at("/data/0/z")).hasToString("[[9,1],[2,8]]");
    assertThat(spec.at("/data/0/texttemplate").asText()).isEqualTo("%{z:d}");
    assertThat(spec.at("/layout/yaxis/title/text").asText()).isEqualTo("true");
    assertThat(spec.at("/layout/xaxis/title/text").asText()).isEqualTo("predicted");
    BufferedImage image = Charts.image(map);
    assertThat(Charts.count(image, 0xFFFFFF)).isPositive();
    assertThat(Charts.count(image, HIGHEST)).isGreaterThan(10_000);
  }

  @Test
  void positionEncodingStaysSmall() {
    double[][] matrix = new double[50][256];
    for (int pos = 1; pos < 50; pos++) {
      for (int j = 0; j < 256; j++) {
        double angle = pos / Math.pow(10_000, (j - j % 2) / 256.0);
        matrix[pos][j] = j % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
      }
    }
    HeatMap map = HeatMap.of(matrix).colors(ColorMap.BLUES).size(960, 480);
    assertThat(map.png()).hasSizeLessThan(60_000);
    assertThat(map).hasToString("HeatMap: 50 x 256 numbers, colours from -1 to 1");
  }

  @Test
  void drawsManyCellsManyNamesAndEqualEntries() {
    List<String> names = Collections.nCopies(300, "a long name");
    HeatMap crowded = HeatMap.of(Tensor.zeros(300, 300)).labels(names, names).size(100, 100);
    assertThat(Charts.image(crowded).getWidth()).isEqualTo(100);
  }

  @Test
  void refusesWhatIsNoMatrix() {
    assertThatThrownBy(() -> HeatMap.of(new double[][] {{1, 2}, {3}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows of the matrix must be equally long, row 0 has 2, row 1 has 1");
    assertThatThrownBy(() -> HeatMap.of(new double[0][]))
        .hasMessage("matrix must hold at least one number, was empty");
    assertThatThrownBy(() -> HeatMap.of(Tensor.zeros(2, 3, 4)))
        .hasMessage("matrix must be [rows, columns], was [2, 3, 4]");
    assertThatThrownBy(() -> HeatMap.of(new double[][] {{Double.NaN}}))
        .hasMessage("values must hold a finite number, had none");
    assertThatThrownBy(() -> HeatMap.confusion(Tensor.zeros(3, 3), List.of("a", "b")))
        .hasMessage("row labels must be 3, one for each, was 2");
  }

  private static HeatMap plain(double[][] matrix) {
    return HeatMap.of(matrix).colors(ColorMap.BLUES).annotated();
  }
}
