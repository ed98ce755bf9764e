package manabi.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveChartTest {

  private static final Chart FIRST = LineChart.of("a", 1);
  private static final Chart SECOND = LineChart.of("a", 1, 2);

  @AfterEach
  void disconnect() {
    LiveChart.connect(chart -> next -> {});
  }

  @Test
  void showsOnceAndReplacesAfterwards() {
    List<Chart> shown = new ArrayList<>();
    List<Chart> replaced = new ArrayList<>();
    LiveChart.connect(
        chart -> {
          shown.add(chart);
          return replaced::add;
        });
    LiveChart live = LiveChart.show(FIRST);
    live.update(SECOND);
    live.update(FIRST);
    assertThat(shown).containsExactly(FIRST);
    assertThat(replaced).containsExactly(SECOND, FIRST);
  }

  @Test
  void doesNothingWhereThereIsNoDisplay() {
    LiveChart.show(FIRST).update(SECOND);
  }
}
