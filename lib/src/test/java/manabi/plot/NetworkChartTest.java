package manabi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NetworkChartTest {

  private static final int UNIT = 0xF3F6FA;

  @Test
  @Tag("C1.5")
  void drawsOneCircleForEachUnitInColumns() {
    BufferedImage few = Charts.image(NetworkChart.of(2, 3, 2).size(600, 380));
    BufferedImage more = Charts.image(NetworkChart.of(2, 3, 4).size(600, 380));
    double unit = Charts.count(few, UNIT) / 7.0;
    assertThat(Charts.count(more, UNIT) / unit).isBetween(8.9, 9.1);
    assertThat(Charts.meanX(more, UNIT)).isGreaterThan(Charts.meanX(few, UNIT) + 10);
  }

  @Test
  void leavesUnitsOutOfLargeLayers() {
    BufferedImage six = Charts.image(NetworkChart.of(6, 1).size(400, 380));
    BufferedImage many = Charts.image(NetworkChart.of(784, 1).size(400, 380));
    assertThat(Charts.count(many, UNIT) / (double) Charts.count(six, UNIT)).isBetween(0.95, 1.05);
  }

  @Test
  void saysItsSizes() {
    assertThat(NetworkChart.of(784, 50, 10).title("MLP"))
        .hasToString("NetworkChart \"MLP\": layers of [784, 50, 10] units");
  }

  @Test
  void refusesOneLayerAndEmptyLayers() {
    assertThatThrownBy(() -> NetworkChart.of(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sizes must be two or more numbers from 1, were [3]");
    assertThatThrownBy(() -> NetworkChart.of(3, 0))
        .hasMessage("sizes must be two or more numbers from 1, were [3, 0]");
  }
}
