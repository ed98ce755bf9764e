package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZeroPaddingTest {

  @Tag("C4.13")
  @ParameterizedTest(name = "I {0}, F {1}, S {2}")
  @CsvSource({
    "5, 3, 1, 1, 1, 5",
    "28, 5, 1, 2, 2, 28",
    "6, 3, 2, 0, 1, 3",
    "5, 3, 2, 1, 1, 3",
    "7, 2, 2, 0, 1, 4",
    "28, 4, 1, 1, 2, 28",
    "224, 7, 2, 2, 3, 112",
    "3, 1, 5, 0, 0, 1"
  })
  void same(int i, int f, int s, int start, int end, int o) {
    ZeroPadding padding = ZeroPadding.same(i, f, s);
    assertThat(padding).isEqualTo(new ZeroPadding(start, end));
    assertThat(padding.outputSize(i, f, s)).isEqualTo(o);
  }

  @Tag("C4.13")
  @ParameterizedTest(name = "I {0}, F {1}")
  @CsvSource({"5, 3, 7", "28, 5, 32"})
  void full(int i, int f, int o) {
    assertThat(ZeroPadding.full(f)).isEqualTo(new ZeroPadding(f - 1, f - 1));
    assertThat(ZeroPadding.full(f).outputSize(i, f, 1)).isEqualTo(o);
  }

  @Tag("C4.12")
  @Tag("C4.14")
  @ParameterizedTest(name = "I {0}, F {1}, P {2}, S {3}")
  @CsvSource({
    "28, 3, 0, 1, 26",
    "26, 2, 0, 2, 13",
    "13, 3, 0, 1, 11",
    "11, 2, 0, 2, 5",
    "7, 5, 2, 3, 3",
    "227, 11, 0, 4, 55",
    "224, 7, 3, 2, 112",
    "5, 3, 1, 1, 5",
    "7, 3, 0, 2, 3"
  })
  void outputSize(int i, int f, int p, int s, int o) {
    assertThat(new ZeroPadding(p, p).outputSize(i, f, s)).isEqualTo(o);
  }

  @Test
  void putsZerosAroundAnImage() {
    double[][] image = {{1, 2, 3}, {4, 5, 6}};
    assertThat(new ZeroPadding(0, 1).around(image))
        .isDeepEqualTo(new double[][] {{1, 2, 3, 0}, {4, 5, 6, 0}, {0, 0, 0, 0}});
    assertThat(new ZeroPadding(2, 0).around(image))
        .isDeepEqualTo(
            new double[][] {{0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}, {0, 0, 1, 2, 3}, {0, 0, 4, 5, 6}});
    assertThat(ZeroPadding.valid().around(image)).isDeepEqualTo(image);
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> new ZeroPadding(1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("start and end must be 0 or more, were 1 and -1");
    assertThatThrownBy(() -> new ZeroPadding(1, 0).outputSize(3, 5, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a window of F = 5 must fit into I + start + end = 4 numbers");
    assertThat(new ZeroPadding(1, 1).outputSize(3, 5, 1)).isEqualTo(1);
  }
}
