package manabi.vision;

import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.RELU;
import static manabi.nn.Layers.averagePooling2D;
import static manabi.nn.Layers.conv2D;
import static manabi.nn.Layers.flatten;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.leakyRelu;
import static manabi.nn.Layers.maxPooling2D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import manabi.nn.Layer;
import manabi.nn.Parameter;
import manabi.nn.Sequential;
import manabi.tensor.Tensor;
import manabi.tensor.op.Padding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("C4.16")
class ReceptiveFieldTest {

  private static List<Integer> sizes(Sequential model) {
    return ReceptiveField.of(model).stream().map(ReceptiveField::size).toList();
  }

  @Test
  void exampleOfTheSheet() {
    assertThat(sizes(Sequential.of(input(9, 9, 1), conv2D(1, 3, RELU), conv2D(1, 3, RELU))))
        .containsExactly(3, 5);
  }

  @Test
  void slidesNetwork() {
    List<ReceptiveField> fields = ReceptiveField.of(FashionCnn.model());
    assertThat(fields)
        .containsExactly(
            new ReceptiveField("conv2d", 3, 1, 0, 0),
            new ReceptiveField("max_pooling2d", 4, 2, 0, 0),
            new ReceptiveField("conv2d_1", 8, 2, 0, 0),
            new ReceptiveField("max_pooling2d_1", 10, 4, 0, 0));
    assertThat(fields.get(3).top(4)).isEqualTo(16);
    assertThat(fields.get(3).left(1)).isEqualTo(4);
  }

  /** Simonyan and Zisserman (2015); channels do not matter here. */
  @Test
  void vgg16() {
    List<Layer> layers = new ArrayList<>(List.of(input(224, 224, 3)));
    for (int convolutions : new int[] {2, 2, 3, 3, 3}) {
      for (int i = 0; i < convolutions; i++) {
        layers.add(conv2D(1, 3, 1, Padding.SAME, RELU));
      }
      layers.add(maxPooling2D(2));
    }
    List<Integer> sizes = sizes(Sequential.of(layers.toArray(Layer[]::new)));
    assertThat(sizes.get(sizes.size() - 1)).isEqualTo(212);
  }

  @Test
  void activationsAreSeenThroughAndDenseLayersAreNot() {
    Sequential model =
        Sequential.of(
            input(9, 9, 1), conv2D(1, 3, LINEAR), leakyRelu(0.1), conv2D(1, 3, RELU), flatten());
    assertThat(sizes(model)).containsExactly(3, 5);
  }

  /** All filters positive, no ReLU, and the mean: every pixel of the field counts. */
  private static Sequential open(Layer... layers) {
    Sequential model = Sequential.of(layers);
    for (Parameter parameter : model.parameters()) {
      Arrays.fill(parameter.value().data(), 1);
    }
    return model;
  }

  private static long seen(Tensor gradient) {
    int count = 0;
    for (float slope : gradient.data()) {
      count += slope == 0 ? 0 : 1;
    }
    return count;
  }

  @Test
  void slidesNetworkSeesTenByTenPixels() {
    Tensor image = Tensor.randomUniform(new SplittableRandom(1), 0, 1, 1, 28, 28, 1);
    Sequential mean =
        open(
            input(28, 28, 1),
            conv2D(16, 3, LINEAR),
            averagePooling2D(2),
            conv2D(32, 3, LINEAR),
            averagePooling2D(2));
    Sequential maximum =
        open(
            input(28, 28, 1),
            conv2D(16, 3, LINEAR),
            maxPooling2D(2),
            conv2D(32, 3, LINEAR),
            maxPooling2D(2));
    assertThat(seen(ReceptiveField.gradient(mean, image, 2, 3))).isEqualTo(100);
    assertThat(seen(ReceptiveField.gradient(maximum, image, 2, 3))).isBetween(9L, 64L);
  }

  /** The pixels that count are those of the rectangle, cut off where the image ends. */
  @ParameterizedTest(name = "{0} x {1} at ({2}, {3})")
  @CsvSource({"17, 23, 0, 0", "17, 23, 1, 2", "16, 20, 2, 3", "18, 21, 0, 2"})
  void countedFieldIsTheRectangle(int height, int width, int row, int column) {
    Sequential model =
        open(
            input(height, width, 2),
            conv2D(3, 5, 2, Padding.SAME, LINEAR),
            averagePooling2D(2),
            conv2D(2, 4, 1, Padding.SAME, LINEAR));
    ReceptiveField field = ReceptiveField.of(model).get(2);
    Tensor gradient = ReceptiveField.gradient(model, Tensor.ones(1, height, width, 2), row, column);
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        int down = i - field.top(row);
        int right = j - field.left(column);
        boolean within = down >= 0 && down < field.size() && right >= 0 && right < field.size();
        // The mean leaves out a last line that does not fill a window.
        boolean used = i < 4 * (height / 2 / 2) + 3 && j < 4 * (width / 2 / 2) + 3;
        if (used) {
          assertThat(gradient.get(0, i, j, 1) != 0).as("%d, %d", i, j).isEqualTo(within);
        }
      }
    }
  }

  @Test
  void refusesWhatIsNoPlaceOfAMap() {
    Sequential model = FashionCnn.model();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReceptiveField.gradient(model, Tensor.zeros(1, 28, 28, 1), 0, 0))
        .withMessage("the output must be [1, H, W, K] with H over 0 and W over 0, was [1, 10]");
    Sequential map = Sequential.of(input(5, 4, 1), conv2D(2, 3, RELU));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReceptiveField.gradient(map, Tensor.zeros(1, 5, 4, 1), 1, 2))
        .withMessage(
            "the output must be [1, H, W, K] with H over 1 and W over 2, was [1, 3, 2, 2]");
  }
}
