package manabi.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("C12.9")
class PositionEncodingTest {

  private static final int POSITIONS = 50;
  private static final int SIZE = 256;

  private final Tensor table = PositionEncoding.table(POSITIONS, SIZE);

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0.84147098",
    "1, 1, 0.54030231",
    "1, 2, 0.80196180",
    "1, 3, 0.59737533",
    "1, 254, 1.0746e-4",
    "1, 255, 0.99999999",
    "10, 100, 0.27043223",
    "10, 101, 0.96273901",
    "49, 0, -0.95375265",
    "49, 1, 0.30059254",
    "49, 2, 0.99899052",
    "49, 3, -0.04492141",
  })
  void slideValues(int pos, int j, double expected) {
    assertThat((double) at(pos, j)).isCloseTo(expected, within(1e-6));
    assertThat(PositionEncoding.entry(pos, j, SIZE)).isCloseTo(expected, within(1e-8));
  }

  @Test
  void shapeIsPositionsBySize() {
    assertThat(table.shape()).containsExactly(POSITIONS, SIZE);
  }

  @Test
  void rowOfThePaddingIsZero() {
    for (int j = 0; j < SIZE; j++) {
      assertThat(at(0, j)).isZero();
    }
  }

  @Test
  void otherRowsHaveSquareSum128() {
    for (int pos = 1; pos < POSITIONS; pos++) {
      double squares = 0;
      for (int j = 0; j < SIZE; j++) {
        squares += (double) at(pos, j) * at(pos, j);
      }
      // 256 squares, each off by at most twice the rounding of a float, 6e-8.
      assertThat(squares).isCloseTo(128, within(256 * 1.2e-7));
    }
  }

  @Test
  void sumOfTheSlide() {
    double exact = 0;
    double rounded = 0;
    for (int pos = 1; pos < POSITIONS; pos++) {
      for (int j = 0; j < SIZE; j++) {
        exact += PositionEncoding.entry(pos, j, SIZE);
        rounded += at(pos, j);
      }
    }
    assertThat(exact).isCloseTo(4917.342965, within(1e-6));
    // 12 544 entries rounded by at most 3e-8 each: 4e-4 if all errors had one sign.
    assertThat(rounded).isCloseTo(4917.342965, within(4e-4));
  }

  @Test
  void oddSizeEndsInASine() {
    Tensor odd = PositionEncoding.table(2, 3);
    assertThat(odd.toArray()[5]).isEqualTo((float) Math.sin(1 / Math.pow(10_000, 2.0 / 3)));
  }

  @Test
  void onePositionIsThePaddingAlone() {
    assertThat(PositionEncoding.table(1, 4).toArray()).containsOnly(0);
  }

  @Test
  void sizesMustBePositive() {
    assertThatThrownBy(() -> PositionEncoding.table(0, 256))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("positions must be positive, was 0");
    assertThatThrownBy(() -> PositionEncoding.table(50, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("size must be positive, was -1");
  }

  private float at(int pos, int j) {
    return table.data()[pos * SIZE + j];
  }
}
