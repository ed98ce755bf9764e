package manabi.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapesTest {

  @Test
  void sizeIsTheProductUpToWhatAnArrayHolds() {
    assertThat(Shapes.size()).isEqualTo(1);
    assertThat(Shapes.size(3, 0, 5)).isZero();
    assertThat(Shapes.size(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shapes.size(1 << 16, 1 << 15))
        .withMessage("shape [65536, 32768] holds more than 2^31 - 1 numbers");
  }

  @Test
  void shapesThatFitAreLetThrough() {
    Tensor x = Tensor.zeros(4, 3);
    assertThatCode(() -> Shapes.check("x", "[N, 3]", x, -1, 3)).doesNotThrowAnyException();
    assertThatCode(() -> Shapes.check("x", "[4, D]", x, 4, -1)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"5, 3", "4, 2", "-1, 2", "5, -1"})
  void anyOtherExtentIsRefused(int rows, int columns) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shapes.check("x", "as said", Tensor.zeros(4, 3), rows, columns))
        .withMessage("x must be as said, was [4, 3]");
  }

  @Test
  void anyOtherNumberOfAxesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shapes.check("x", "[N]", Tensor.zeros(4, 3), -1))
        .withMessage("x must be [N], was [4, 3]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shapes.check("x", "[N, 3]", Tensor.zeros(4), -1, 3))
        .withMessage("x must be [N, 3], was [4]");
  }
}
