package manabi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LabelledImagesTest {

  private final LabelledImages images =
      new LabelledImages(
          Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 1, 2, 1),
          Tensor.of(new float[] {7, 8, 9}, 3));

  @Test
  void oneImageIsACopy() {
    Tensor image = images.image(1);
    image.data()[0] = 0;

    assertThat(image.shape()).containsExactly(1, 2, 1);
    assertThat(images.image(1).data()).containsExactly(3, 4);
    assertThat(images.label(1)).isEqualTo(8);
  }

  @Test
  void givesImagesAsRows() {
    assertThat(images.rows(2, 0, 2)).isDeepEqualTo(new double[][] {{5, 6}, {1, 2}, {5, 6}});
    assertThatThrownBy(() -> images.rows(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void takesTheFirst() {
    LabelledImages two = images.take(2);

    assertThat(two.images().shape()).containsExactly(2, 1, 2, 1);
    assertThat(two.images().data()).containsExactly(1, 2, 3, 4);
    assertThat(two.labels().data()).containsExactly(7, 8);
  }

  @Test
  void refusesLabelsThatDoNotFit() {
    assertThatThrownBy(() -> new LabelledImages(images.images(), Tensor.zeros(2)))
        .isInstanceOf(DataException.class)
        .hasMessage("labels must be [3], were [2]");
    assertThatThrownBy(() -> new LabelledImages(Tensor.zeros(3, 2), Tensor.zeros(3)))
        .isInstanceOf(DataException.class)
        .hasMessage("images must be [N, H, W, C] with N at least 1, were [3, 2]");
    assertThatThrownBy(() -> new LabelledImages(Tensor.zeros(0, 1, 2, 1), Tensor.zeros(0)))
        .isInstanceOf(DataException.class);
  }

  @Test
  void sequencesRefuseLabelsThatDoNotFit() {
    assertThatThrownBy(() -> new LabelledSequences(List.of(new int[] {1}), Tensor.zeros(2)))
        .isInstanceOf(DataException.class)
        .hasMessage("labels must be [1], were [2]");
    assertThatThrownBy(() -> new LabelledSequences(List.of(), Tensor.zeros(0)))
        .isInstanceOf(DataException.class)
        .hasMessage("sequences must not be empty");
  }
}
