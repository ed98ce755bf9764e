package manabi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ImageGridTest {

  /** Space about the grid; a pixel of a 2 × 3 picture is 36 × 36 large. */
  private static final int PAD = 12;

  private static final int ZOOM = 36;

  @Test
  void drawsEachPixelAsASquareWithoutSmoothing() {
    Tensor image = Tensor.of(new float[] {0, 1, 0.5f, 0.25f, 0.75f, 0}, 1, 2, 3);
    BufferedImage picture = Charts.image(ImageGrid.of(image));
    assertThat(picture.getWidth()).isEqualTo(2 * PAD + 3 * ZOOM);
    assertThat(picture.getHeight()).isEqualTo(2 * PAD + 2 * ZOOM);
    assertThat(pixel(picture, 0, 0)).isEqualTo(0x000000);
    assertThat(pixel(picture, 0, 1)).isEqualTo(0xFFFFFF);
    assertThat(pixel(picture, 0, 2)).isEqualTo(0x808080);
    assertThat(pixel(picture, 1, 0)).isEqualTo(0x404040);
    assertThat(Charts.rgb(picture, PAD + ZOOM - 1, PAD + 5)).isEqualTo(0x000000);
    assertThat(Charts.rgb(picture, PAD + ZOOM, PAD + 5)).isEqualTo(0xFFFFFF);
  }

  /** Red, half green, blue; beyond white, no number, black. */
  @Test
  void threeChannelsAreColours() {
    float[] numbers = {1, 0, 0, 0, .5f, 0, 0, 0, 1, 2, 1, 1, 0, Float.NaN, 0, -1, 0, 0};
    BufferedImage picture = Charts.image(ImageGrid.of(Tensor.of(numbers, 1, 2, 3, 3)));
    assertThat(pixel(picture, 0, 0)).isEqualTo(0xFF0000);
    assertThat(pixel(picture, 0, 1)).isEqualTo(0x008000);
    assertThat(pixel(picture, 0, 2)).isEqualTo(0x0000FF);
    assertThat(pixel(picture, 1, 0)).isEqualTo(0xFFFFFF);
    assertThat(pixel(picture, 1, 1)).isEqualTo(0xE3E3E3);
    assertThat(pixel(picture, 1, 2)).isEqualTo(0x000000);
  }

  @Test
  void enlargesAsToldTo() {
    ImageGrid grid = ImageGrid.of(Tensor.zeros(2, 2, 3)).range(0, 1).columns(1).zoom(5);
    BufferedImage picture = Charts.image(grid);
    assertThat(picture.getWidth()).isEqualTo(2 * PAD + 3 * 5);
    assertThat(picture.getHeight()).isEqualTo(2 * PAD + 2 * 2 * 5 + 8);
    assertThatThrownBy(() -> grid.zoom(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("zoom must be 1 to 72, was 0");
  }

  @Test
  void channelsBecomePicturesOfTheirOwn() {
    // [H = 1, W = 3, C = 2]: channel 0 is black, black, white; channel 1 white, white, black.
    Tensor channels = Tensor.of(new float[] {0, 1, 0, 1, 1, 0}, 1, 3, 2);
    ImageGrid grid = ImageGrid.ofChannels(channels).columns(2);
    BufferedImage picture = Charts.image(grid);
    int zoom = 72;
    int pitch = 3 * zoom + 8;
    assertThat(Charts.rgb(picture, PAD + zoom + 5, PAD + 5)).isEqualTo(0x000000);
    assertThat(Charts.rgb(picture, PAD + 2 * zoom + 5, PAD + 5)).isEqualTo(0xFFFFFF);
    assertThat(Charts.rgb(picture, PAD + pitch + zoom + 5, PAD + 5)).isEqualTo(0xFFFFFF);
    assertThat(grid).hasToString("ImageGrid: 2 pictures of 1 x 3 pixels");
  }

  @Test
  void symmetricColoursHaveWhiteAtZero() {
    Tensor filter = Tensor.of(new float[] {0, -2, 1, 0, 0, 0}, 1, 2, 3, 1);
    BufferedImage picture = Charts.image(ImageGrid.of(filter).symmetric());
    assertThat(pixel(picture, 0, 0)).isEqualTo(0xF7F7F7);
    assertThat(pixel(picture, 0, 1)).isEqualTo(0x67001F);
    assertThat(pixel(picture, 0, 2)).isNotEqualTo(0x053061).isNotEqualTo(0xF7F7F7);
  }

  @Test
  void framesTheChosenOnesOnly() {
    ImageGrid grid = ImageGrid.of(Tensor.zeros(4, 8, 8)).range(0, 1).columns(4);
    assertThat(Charts.count(Charts.image(grid), 0xD55E00)).isZero();
    BufferedImage framed = Charts.image(grid.highlight(n -> n == 0));
    assertThat(Charts.count(framed, 0xD55E00)).isGreaterThan(200);
    assertThat(Charts.meanX(framed, 0xD55E00)).isLessThan(framed.getWidth() / 4.0);
  }

  @Test
  void boxesStandOnTheirPictureAndAreCutOff() {
    ImageGrid grid = ImageGrid.of(Tensor.zeros(2, 8, 8)).range(0, 1).columns(2);
    BufferedImage second = Charts.image(grid.box(1, 2, 4, 3, 2));
    int vermilion = 0xD55E00;
    int zoom = 9;
    double left = PAD + 8 * zoom + 8 + 4 * zoom;
    assertThat(Charts.meanX(second, vermilion)).isBetween(left + zoom - 1, left + zoom + 1);
    assertThat(Charts.meanY(second, vermilion))
        .isBetween(PAD + 3.5 * zoom - 1, PAD + 3.5 * zoom + 1);
    BufferedImage partly = Charts.image(grid.box(0, -4, -4, 6, 6));
    assertThat(Charts.meanX(partly, vermilion)).isBetween(PAD + zoom - 2.0, PAD + zoom + 2.0);
    assertThat(Charts.count(Charts.image(grid.box(0, 9, 0, 1, 1)), vermilion)).isZero();
    assertThat(Charts.count(Charts.image(grid.box(0, 1, 1, 3, 3).box(0, 4, 4, 3, 3)), 0x009E73))
        .isGreaterThan(100);
    assertThatThrownBy(() -> grid.box(2, 0, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("picture must be 0 to 1, height and width 1 or more, were 2, 1 and 1");
    assertThatThrownBy(() -> grid.box(0, 0, 0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twentyFiveGarmentsStaySmall() {
    float[] noise = new float[25 * 28 * 28];
    Random random = new Random(1);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextInt(256) / 255f; // the worst case: real pictures need half of it
    }
    ImageGrid grid =
        ImageGrid.of(Tensor.of(noise, 25, 28, 28))
            .titles(IntStream.range(0, 25).mapToObj(i -> "Ankle boot").toList())
            .title("Test images");
    assertThat(grid.png()).hasSizeLessThan(60_000);
  }

  @Test
  void drawsNanInGreyAndPixelsThatAreAllTheSame() {
    Tensor image = Tensor.of(new float[] {0, Float.NaN, 1, 0, 0, 0}, 1, 2, 3);
    assertThat(pixel(Charts.image(ImageGrid.of(image)), 0, 1)).isEqualTo(0xE3E3E3);
    assertThat(Charts.image(ImageGrid.of(Tensor.zeros(1, 28, 28))).getWidth()).isEqualTo(108);
  }

  @Test
  void refusesOtherShapesAndCounts() {
    assertThatThrownBy(() -> ImageGrid.of(Tensor.zeros(28, 28)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "images must be [N, H, W], [N, H, W, 1] or [N, H, W, 3] with N from 1 to 400,"
                + " was [28, 28]");
    assertThatThrownBy(() -> ImageGrid.of(Tensor.zeros(2, 4, 4, 2)))
        .hasMessageEndingWith("was [2, 4, 4, 2]");
    assertThatThrownBy(() -> ImageGrid.of(Tensor.zeros(0, 4, 4)))
        .hasMessageEndingWith("was [0, 4, 4]");
    assertThatThrownBy(() -> ImageGrid.ofChannels(Tensor.zeros(3, 3)))
        .hasMessage("channels must be [H, W, C], was [3, 3]");
    assertThatThrownBy(() -> ImageGrid.of(Tensor.zeros(2, 4, 4)).titles(List.of("a")))
        .hasMessage("titles must be 2, one for each picture, was 1");
    assertThatThrownBy(() -> ImageGrid.of(Tensor.zeros(2, 4, 4)).columns(0))
        .hasMessage("columns must be at least 1, was 0");
  }

  private static int pixel(BufferedImage picture, int row, int column) {
    return Charts.rgb(picture, PAD + column * ZOOM + ZOOM / 2, PAD + row * ZOOM + ZOOM / 2);
  }
}
