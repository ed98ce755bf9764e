package manabi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ContourChartTest {

  private static final int FIRST_PATH = 0xD55E00;
  private static final ValueRange REACH = new ValueRange(-5, 5);

  private final ContourChart bowl = ContourChart.of((x, y) -> x * x + y * y, 5, 5);

  @Test
  void contourOfABowlIsACircle() {
    ContourGrid grid = ContourGrid.of((x, y) -> x * x + y * y, REACH, REACH, 60);
    List<ContourGrid.Segment> line = grid.line(9);
    double length = 0;
    for (ContourGrid.Segment s : line) {
      assertThat(Math.hypot(s.x1(), s.y1())).isCloseTo(3, within(0.005));
      length += Math.hypot(s.x2() - s.x1(), s.y2() - s.y1());
    }
    assertThat(length).isCloseTo(2 * Math.PI * 3, within(0.02));
  }

  @Test
  void heightsAreRoundAndEvenlySpaced() {
    ContourGrid grid = ContourGrid.of((x, y) -> x * x + y * y, REACH, REACH, 60);
    assertThat(grid.levels(12)).containsExactly(5, 10, 15, 20, 25, 30, 35, 40, 45);
    assertThat(ContourGrid.of((x, y) -> x, REACH, REACH, 2).levels(4))
        .containsExactly(-4, -2, 0, 2, 4);
    assertThat(ContourGrid.of((x, y) -> 7, REACH, REACH, 2).levels(4)[0]).isBetween(6.5, 7.5);
  }

  @Test
  void leavesOutWhereTheFunctionHasNoValue() {
    ContourGrid grid =
        ContourGrid.of((x, y) -> x < 0 ? Double.NaN : x * x + y * y, REACH, REACH, 60);
    assertThat(grid.line(9)).isNotEmpty().allMatch(s -> s.x1() >= 0 && s.x2() >= 0);
  }

  @Test
  @Tag("C2.6")
  void drawsAPathWhereItGoes() {
    BufferedImage image = Charts.image(bowl.path("left", new double[][] {{-4, 4}, {-2, 4}}));
    assertThat(Charts.meanX(image, FIRST_PATH)).isLessThan(280);
    assertThat(Charts.meanY(image, FIRST_PATH)).isLessThan(200);
  }

  @Test
  void figureHoldsHeightsAndPaths() {
    JsonNode spec = Charts.json(bowl.path("a", new double[][] {{-3, 4}, {-2.4, 3.2}}));
    JsonNode map = spec.at("/data/0");
    assertThat(map.get("type").asText()).isEqualTo("contour");
    assertThat(map.get("z")).hasSize(41);
    assertThat(map.at("/z/20/20").asDouble()).isZero();
    assertThat(map.at("/z/0/40").asDouble()).isEqualTo(50);
    assertThat(map.at("/contours/start").asDouble()).isEqualTo(5);
    assertThat(map.at("/contours/size").asDouble()).isEqualTo(5);
    assertThat(spec.at("/data/1/x")).hasToString("[-3,-2.4]");
    assertThat(spec.at("/layout/xaxis/range")).hasToString("[-5.0,5.0]");
  }

  @Test
  void saysHeightsAndWherePathsEnd() {
    assertThat(bowl.title("Bowl").path("rate 0.1", new double[][] {{-3, 4}, {-2.4, 3.2}}))
        .hasToString(
            "ContourChart \"Bowl\": 9 heights from 5 to 45, rate 0.1 (2 points, to (-2.4, 3.2))");
  }

  @Test
  void refusesWhatIsNoMapAndNoPath() {
    assertThatThrownBy(() -> ContourChart.of((x, y) -> x, 0, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bowl.path("p", new double[][] {{1, 2, 3}}))
        .hasMessage("points must have two numbers each, one was [1.0, 2.0, 3.0]");
    assertThatThrownBy(() -> bowl.levels(0)).hasMessage("count must be 1 or more, was 0");
  }
}
