package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C10.5")
class OneHotTest {

  @Test
  void slideTargetsAndContexts() {
    assertThat(OneHot.encode(new int[] {1, 2, 3}, 5))
        .isDeepEqualTo(new double[][] {{0, 1, 0, 0, 0}, {0, 0, 1, 0, 0}, {0, 0, 0, 1, 0}});
    double[][][] contexts = OneHot.encode(new int[][] {{0, 2}, {1, 3}, {2, 4}}, 5);
    assertThat(contexts).hasDimensions(3, 2);
    assertThat(contexts[2]).isDeepEqualTo(new double[][] {{0, 0, 1, 0, 0}, {0, 0, 0, 0, 1}});
  }

  @Test
  void idsMustBeInTheVocabulary() {
    assertThatThrownBy(() -> OneHot.encode(new int[] {1, 5}, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ids must be in 0..4, was 5 at 1");
    assertThatThrownBy(() -> OneHot.encode(new int[] {-1}, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ids must be in 0..4, was -1 at 0");
  }
}
