package manabi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarChartTest {

  private static final List<String> NAMES = List.of("T-shirt/top", "Bag & <co>");

  @Test
  void holdsCategoriesAndValues() {
    BarChart chart = BarChart.of("p", NAMES, 0.9, Double.NaN).with("q", 0.1, 0.2);
    JsonNode spec = Charts.json(chart);
    assertThat(spec.at("/data/0/type").asText()).isEqualTo("bar");
    assertThat(spec.at("/data/0/x")).hasToString("[\"T-shirt/top\",\"Bag &amp; &lt;co&gt;\"]");
    assertThat(spec.at("/data/0/y")).hasToString("[0.9,null]");
    assertThat(spec.at("/data/1/y")).hasToString("[0.1,0.2]");
    assertThat(spec.at("/layout/showlegend").asBoolean()).isTrue();
    assertThat(chart)
        .hasToString(
            "BarChart: p (T-shirt/top 0.9, Bag & <co> NaN), q (T-shirt/top 0.1, Bag & <co> 0.2)");
  }

  @Test
  void areaOfABarFollowsItsValue() {
    BarChart chart = BarChart.of("p", NAMES, 4, 4).with("q", 1, 1);
    double tall = Charts.count(Charts.image(chart), 0x0072B2);
    double small = Charts.count(Charts.image(chart), 0xD55E00);
    assertThat(tall / small).isBetween(3.5, 4.5); // the legend and the edges blur it
  }

  @Test
  void refusesRepeatedCategoriesAndOtherCounts() {
    assertThatThrownBy(() -> BarChart.of("p", List.of("a", "a"), 1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("categories must be different, was [a, a]");
    assertThatThrownBy(() -> BarChart.of("p", NAMES, 1))
        .hasMessage("values must have as many numbers as there are categories, 2, was 1");
  }
}
