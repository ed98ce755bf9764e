package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C8.12")
class BitsTest {

  @Test
  void wordHasItsMostSignificantBitFirst() {
    assertThat(Bits.word(131)).containsExactly(1, 0, 0, 0, 0, 0, 1, 1);
    assertThat(Bits.bit(131, 0)).isEqualTo(1);
    assertThat(Bits.bit(131, 2)).isZero();
    assertThat(Bits.bit(131, 7)).isEqualTo(1);
  }

  @Test
  void everyNumberComesBackFromItsWord() {
    for (int number = 0; number < 256; number++) {
      assertThat(Bits.number(Bits.word(number))).isEqualTo(number);
    }
  }

  @Test
  void outputsAreRoundedFromTheLeastSignificantStep() {
    double[] y = {0.9, 0.6, 0.2, 0.5, 0.1, Double.NaN, 0.4, 0.51};
    assertThat(Bits.rounded(y)).isEqualTo(List.of(1, 0, 0, 0, 0, 0, 1, 1));
  }
}
