package manabi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ShapeChartTest {

  /** The front of boxes with the first name: blue at 45 %. */
  private static final int FRONT = 0x8CC0DC;

  /** The right side of the same boxes: blue at 65 %. */
  private static final int SIDE = 0x59A3CD;

  private static long front(int... sizes) {
    ShapeChart chart = ShapeChart.empty().shape("a", sizes).shape("b", 16, 16, 1).size(600, 300);
    return Charts.count(Charts.image(chart), FRONT);
  }

  @Test
  void boxesAreAsHighAndThickAsTheirShapes() {
    double whole = front(16, 16, 64);
    assertThat(front(8, 16, 64) / whole).isBetween(0.47, 0.53);
    assertThat(front(16, 16, 16) / whole).isBetween(0.45, 0.52);
    // Width is depth: the side is half as large, the front as it was.
    BufferedImage deep = Charts.image(ShapeChart.empty().shape("a", 16, 16, 64));
    BufferedImage shallow = Charts.image(ShapeChart.empty().shape("a", 16, 8, 64));
    assertThat((double) Charts.count(shallow, FRONT) / Charts.count(deep, FRONT))
        .isBetween(0.95, 1.05);
    assertThat((double) Charts.count(shallow, SIDE) / Charts.count(deep, SIDE))
        .isBetween(0.45, 0.53);
  }

  @Test
  void shapesStandFromLeftToRightInTheColourOfTheirName() {
    ShapeChart chart =
        ShapeChart.empty().shape("a", 8, 8, 4).shape("b", 8, 8, 4).shape("a", 100).shape("c", 10);
    BufferedImage picture = Charts.image(chart);
    int second = 0xECB78C; // vermilion at 45 %
    int third = 0x8CD3C0; // green at 45 %
    assertThat(Charts.meanX(picture, second)).isBetween(300.0, 320.0);
    assertThat(Charts.meanX(picture, third)).isBetween(770.0, 790.0);
    assertThat(Charts.count(picture, third)).isGreaterThan(200);
  }

  @Test
  void saysItsShapes() {
    ShapeChart chart = ShapeChart.empty().shape("CONV", 5, 4, 3).shape("FC", 10);
    assertThat(chart).hasToString("ShapeChart: CONV[5, 4, 3] → FC[10]");
    assertThat(chart.title("A")).hasToString("ShapeChart \"A\": CONV[5, 4, 3] → FC[10]");
  }

  @Test
  void refusesOtherShapesAndNone() {
    assertThatThrownBy(() -> ShapeChart.empty().shape("x", 3, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sizes must be H, W, C or D, from 1, were [3, 4]");
    assertThatThrownBy(() -> ShapeChart.empty().shape("x", 3, 4, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ShapeChart.empty().png())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a chart of shapes needs at least one, had none");
  }
}
