package manabi.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LayoutTest {

  private static Tensor random(int... shape) {
    return Tensor.randomNormal(new SplittableRandom(1), shape);
  }

  @Test
  void channelsComeBeforeHeightAndWidthInDl4j() {
    Tensor images = random(2, 5, 4, 3); // [N, H, W, C]
    INDArray array = Layout.IMAGES.toDl4j(images);
    assertThat(array.shape()).containsExactly(2, 3, 5, 4); // [N, C, H, W]
    assertThat(array.getFloat(1, 2, 4, 0)).isEqualTo(images.get(1, 4, 0, 2));
    assertThat(Layout.IMAGES.toTensor(array).data()).isEqualTo(images.data());
  }

  @Test
  void timeComesLastInDl4j() {
    Tensor sequences = random(2, 5, 3); // [N, T, D]
    INDArray array = Layout.SEQUENCES.toDl4j(sequences);
    assertThat(array.shape()).containsExactly(2, 3, 5); // [N, D, T]
    assertThat(array.getFloat(1, 2, 4)).isEqualTo(sequences.get(1, 4, 2));
    assertThat(Layout.SEQUENCES.toTensor(array).data()).isEqualTo(sequences.data());
  }

  @Test
  void plainTensorsKeepTheirAxes() {
    Tensor matrix = random(3, 2);
    INDArray array = Layout.PLAIN.toDl4j(matrix);
    assertThat(array.getFloat(2, 1)).isEqualTo(matrix.get(2, 1));
    assertThat(Layout.PLAIN.toTensor(array).data()).isEqualTo(matrix.data());
    assertThat(Layout.PLAIN.toTensor(Layout.PLAIN.toDl4j(Tensor.scalar(5))).item()).isEqualTo(5);
  }

  @Test
  void numbersAreCopiedBothWays() {
    Tensor vector = Tensor.vector(1, 2);
    INDArray array = Layout.PLAIN.toDl4j(vector);
    Tensor back = Layout.PLAIN.toTensor(array);
    array.putScalar(0, 7);
    assertThat(vector.data()).containsExactly(1, 2);
    assertThat(back.data()).containsExactly(1, 2);
  }

  @Test
  void otherNumbersAndViewsOfOtherOrderAreRead() {
    INDArray doubles = Nd4j.createFromArray(new double[][] {{1, 2, 3}, {4, 5, 6}}).transpose();
    assertThat(doubles.dataType()).isEqualTo(DataType.DOUBLE);
    Tensor tensor = Layout.PLAIN.toTensor(doubles);
    assertThat(tensor.shape()).containsExactly(3, 2);
    assertThat(tensor.data()).containsExactly(1, 4, 2, 5, 3, 6);
  }

  @Test
  void anotherNumberOfAxesIsRefused() {
    assertThatThrownBy(() -> Layout.IMAGES.toDl4j(random(2, 5, 4)))
        .hasMessage("IMAGES must be [N, H, W, C] ([N, C, H, W] in DL4J), shape was [2, 5, 4]");
    INDArray matrix = Nd4j.zeros(2, 5);
    assertThatThrownBy(() -> Layout.SEQUENCES.toTensor(matrix))
        .hasMessage("SEQUENCES must be [N, T, D] ([N, D, T] in DL4J), shape was [2, 5]");
  }
}
