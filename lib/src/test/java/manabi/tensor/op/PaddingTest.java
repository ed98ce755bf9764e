package manabi.tensor.op;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaddingTest {

  /** Slide "ゼロパディング", C4.13: zeros before and after, and the size of the output. */
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
  void same(int extent, int size, int stride, int before, int after, int windows) {
    assertThat(Padding.SAME.before(extent, size, stride)).isEqualTo(before);
    assertThat(Padding.SAME.after(extent, size, stride)).isEqualTo(after);
    assertThat(Padding.SAME.windows(extent, size, stride)).isEqualTo(windows);
  }

  /** Slide "パラメータ互換性", C4.14: rounded down where the last window is not filled. */
  @Tag("C4.14")
  @ParameterizedTest(name = "I {0}, F {1}, S {2}")
  @CsvSource({
    "28, 3, 1, 26",
    "26, 2, 2, 13",
    "13, 3, 1, 11",
    "11, 2, 2, 5",
    "7, 3, 2, 3",
    "227, 11, 4, 55"
  })
  void valid(int extent, int size, int stride, int windows) {
    assertThat(Padding.VALID.windows(extent, size, stride)).isEqualTo(windows);
    assertThat(Padding.VALID.before(extent, size, stride)).isZero();
    assertThat(Padding.VALID.after(extent, size, stride)).isZero();
  }
}
