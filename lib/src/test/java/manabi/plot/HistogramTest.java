package manabi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Random;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class HistogramTest {

  @Test
  void densityIsCountOverAllSamplesAndWidth() {
    // Bins [0, 2) and [2, 4]: 3 and 1 of 4 samples, width 2.
    Histogram histogram = Histogram.of("a", 0, 1, 1.5, 4).bins(2, 0, 4);
    assertThat(histogram.density(0)).containsExactly(3 / 8.0, 1 / 8.0);
  }

  @Test
  void densityIntegratesToOne() {
    double[] samples = new Random(7).doubles(500, -3, 3).toArray();
    double area = Arrays.stream(Histogram.of("a", samples).density(0)).sum() * spread(samples) / 40;
    assertThat(area).isEqualTo(1, within(1e-12));
  }

  @Test
  void samplesOutsideTheBinsAreCountedButNotDrawn() {
    assertThat(Histogram.of("a", -1, 0.5, 9, 0.5).bins(1, 0, 1).density(0)).containsExactly(0.5);
  }

  @Test
  void setsShareTheBinsAndCurvesLieOver() {
    Histogram histogram =
        Histogram.of("real", Tensor.of(new float[] {0, 1}, 2))
            .with("generated", Tensor.of(new float[] {1, 1}, 2, 1))
            .curve("truth", new double[] {0, 2}, new double[] {0.5, 0.5})
            .bins(2, 0, 2);
    JsonNode data = Charts.json(histogram).get("data");
    assertThat(data.at("/0/x")).hasToString("[0,0,1,1,2,2]");
    assertThat(data.at("/0/y")).hasToString("[0,0.5,0.5,0.5,0.5,0]");
    assertThat(data.at("/1/y")).hasToString("[0,0,0,1,1,0]");
    assertThat(data.at("/1/fill").asText()).isEqualTo("tozeroy");
    assertThat(data.at("/2/name").asText()).isEqualTo("truth");
    assertThat(data.at("/2/line/color").asText()).isEqualTo("#009e73");
    assertThat(Charts.count(Charts.image(histogram), 0x009E73)).isGreaterThan(50);
    assertThat(histogram)
        .hasToString("Histogram: real (2 samples, mean 0.5), generated (2 samples, mean 1)");
  }

  @Test
  void leavesOutNanAndEqualSamplesStillHaveABin() {
    assertThat(Histogram.of("a", 3, 3, Double.NaN).bins(1, 2, 4).density(0)).containsExactly(0.5);
    assertThat(Charts.image(Histogram.of("a", 3, 3)).getWidth()).isEqualTo(640);
  }

  @Test
  void refusesEmptySetsAndImpossibleBins() {
    assertThatThrownBy(() -> Histogram.of("a", Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("values of 'a' must hold a finite number, had none");
    assertThatThrownBy(() -> Histogram.of("a", 1).bins(0, 0, 1))
        .hasMessage("count must be 1 to 10000, was 0");
    assertThatThrownBy(() -> Histogram.of("a", 1).bins(4, 1, 1))
        .hasMessage("range must go from a low to a higher finite number, was 1.0 to 1.0");
  }

  private static double spread(double[] samples) {
    return Arrays.stream(samples).max().orElseThrow() - Arrays.stream(samples).min().orElseThrow();
  }
}
