package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CrossEntropyTest {

  private static final Offset<Double> SEVEN_PLACES = within(5e-8);
  private static final double[] Y = {.1, .05, .6, 0, .05, .1, 0, .1, 0, 0};

  @Test
  @Tag("C2.2")
  void numbersOfTheBook() {
    assertThat(CrossEntropy.of(Y, 2)).isCloseTo(0.5108255, SEVEN_PLACES);
    assertThat(CrossEntropy.of(Y, 7)).isCloseTo(2.3025841, SEVEN_PLACES);
    assertThat(-Math.log(Y[2])).isCloseTo(0.5108256, SEVEN_PLACES);
    assertThat(-Math.log(Y[7])).isCloseTo(2.3025851, SEVEN_PLACES);
  }

  @Test
  @Tag("C2.2")
  void oneHotFormAgreesWithTheLabelForm() {
    for (int label = 0; label < Y.length; label++) {
      double[] t = OneHot.encode(new int[] {label}, Y.length)[0];
      assertThat(CrossEntropy.of(Y, t)).isEqualTo(CrossEntropy.of(Y, label));
    }
  }

  @Test
  @Tag("C2.2")
  void isFiniteWhereTheNetworkIsSureAndWrong() {
    assertThat(CrossEntropy.of(Y, 3)).isCloseTo(-Math.log(1e-7), within(1e-12));
  }

  @Test
  @Tag("C2.3")
  void twoClasses() {
    assertThat(CrossEntropy.binary(.9, 1)).isCloseTo(.1053605, SEVEN_PLACES);
    assertThat(CrossEntropy.binary(.9, 0)).isCloseTo(2.3025851, SEVEN_PLACES);
    assertThat(CrossEntropy.binary(.5, 1)).isCloseTo(.6931472, SEVEN_PLACES);
    assertThat(CrossEntropy.binary(.5, 0)).isCloseTo(.6931472, SEVEN_PLACES);
    assertThat(CrossEntropy.binary(0, 1)).isCloseTo(-Math.log(1e-7), within(1e-12));
    assertThat(CrossEntropy.binary(1, 0)).isCloseTo(-Math.log(1e-7), within(1e-9));
  }

  @Test
  void refusesAnotherNumberOfClasses() {
    assertThatThrownBy(() -> CrossEntropy.of(Y, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("t must have 10 entries as y, has 1");
  }
}
