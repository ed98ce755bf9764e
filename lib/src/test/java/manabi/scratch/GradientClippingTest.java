package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C8.18")
class GradientClippingTest {

  private final double[][] first = {{3}};
  private final double[][] second = {{0}, {4}};

  @Test
  void longGradientIsShortenedAsOneVector() {
    GradientClipping.byNorm(1).clip(first, second);
    assertThat(first[0][0]).isCloseTo(0.6, within(1e-15));
    assertThat(second[1][0]).isCloseTo(0.8, within(1e-15));
  }

  @Test
  void shortGradientIsUnchanged() {
    double[][] gradient = {{0.3, 0.4}};
    GradientClipping.byNorm(1).clip(gradient);
    assertThat(gradient).isDeepEqualTo(new double[][] {{0.3, 0.4}});
  }

  @Test
  void eachEntryIsClippedByValue() {
    double[][] gradient = {{3, -4, 0.5}};
    GradientClipping.byValue(1).clip(gradient);
    assertThat(gradient).isDeepEqualTo(new double[][] {{1, -1, 0.5}});
  }

  @Test
  void noneLeavesEverything() {
    GradientClipping.none().clip(first, second);
    assertThat(first[0][0]).isEqualTo(3);
    assertThat(second[1][0]).isEqualTo(4);
  }

  @Test
  void limitMustBePositive() {
    assertThatThrownBy(() -> GradientClipping.byNorm(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limit must be positive, was 0.0");
    assertThatThrownBy(() -> GradientClipping.byValue(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limit must be positive, was NaN");
  }
}
