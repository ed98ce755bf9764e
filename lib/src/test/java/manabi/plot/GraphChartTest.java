package manabi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class GraphChartTest {

  private static final int BLUE = 0x0072B2;
  private static final int ORANGE = 0xD55E00;

  private final GraphChart pair = GraphChart.empty().node("x", 0, 0).node("z", 1, 0).size(400, 200);

  @Test
  void arrowRunsFromBoxToBoxOnTheirCommonLine() throws IOException {
    BufferedImage image = image(pair.arrow("x", "z", "W"));
    assertThat(rgb(image, 80, 100)).isEqualTo(BLUE);
    assertThat(rgb(image, 320, 100)).isEqualTo(BLUE);
    assertThat(rgb(image, 80, 60)).isEqualTo(0xFFFFFF);
  }

  @Test
  void headIsWhereTheArrowPoints() throws IOException {
    BufferedImage there = image(pair.arrow("x", "z", "W"));
    BufferedImage back = image(pair.arrow("z", "x", "W"));
    assertThat(count(there, BLUE, 200, 400)).isGreaterThan(count(there, BLUE, 0, 200));
    assertThat(count(back, BLUE, 0, 200)).isGreaterThan(count(back, BLUE, 200, 400));
  }

  @Test
  void arrowsWithOneTextShareTheirColour() throws IOException {
    GraphChart shared = pair.arrow("x", "z", "W").arrow("z", "z", "W");
    assertThat(count(image(shared), ORANGE, 0, 400)).isZero();
    GraphChart apart = pair.arrow("x", "z", "W").arrow("z", "z", "V");
    assertThat(count(image(apart), ORANGE, 0, 400)).isPositive();
  }

  @Test
  void saysWhatItShows() {
    assertThat(pair.arrow("x", "z").title("Net"))
        .hasToString("GraphChart \"Net\": 2 nodes, 1 arrows");
  }

  @Test
  void refusesNamesTwiceAndUnknownNames() {
    assertThatThrownBy(() -> pair.node("x", 3, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name must be new, there is a node 'x'");
    assertThatThrownBy(() -> pair.arrow("x", "y"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("to must be one of [x, z], was 'y'");
    assertThatThrownBy(() -> GraphChart.empty().png())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a graph needs at least one node, had none");
  }

  private static BufferedImage image(GraphChart chart) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(chart.png()));
  }

  private static int rgb(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xFFFFFF;
  }

  private static long count(BufferedImage image, int color, int fromX, int toX) {
    long count = 0;
    for (int x = fromX; x < toX; x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        count += rgb(image, x, y) == color ? 1 : 0;
      }
    }
    return count;
  }
}
