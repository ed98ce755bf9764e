package manabi.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColorMapTest {

  @Test
  void goesFromItsFirstToItsLastColour() {
    assertThat(ColorMap.BLUES.rgb(0)).isEqualTo(0xF7FBFF);
    assertThat(ColorMap.BLUES.rgb(0.125)).isEqualTo(0xDEEBF7);
    assertThat(ColorMap.BLUES.rgb(1)).isEqualTo(0x08306B);
    assertThat(ColorMap.GRAYS.rgb(0.5)).isEqualTo(0x808080);
    assertThat(ColorMap.RED_BLUE.rgb(0.5)).isEqualTo(0xF7F7F7);
  }

  @Test
  void takesNumbersOutsideAsTheNearerEnd() {
    assertThat(ColorMap.VIRIDIS.rgb(-3)).isEqualTo(0x440154);
    assertThat(ColorMap.VIRIDIS.rgb(3)).isEqualTo(0xFDE725);
  }

  @ParameterizedTest
  @EnumSource
  void inkStandsOutFromTheColourBelow(ColorMap map) {
    for (double fraction = 0; fraction <= 1; fraction += 0.01) {
      double contrast = contrast(map.rgb(fraction), map.ink(fraction).getRGB() & 0xFFFFFF);
      assertThat(contrast).as("%s at %.2f", map, fraction).isGreaterThan(3); // WCAG, large text
    }
  }

  /** Contrast ratio of WCAG 2: 1 for the same brightness, 21 for black on white. */
  private static double contrast(int one, int other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double c = (channel & 0xFF) / 255.0;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
