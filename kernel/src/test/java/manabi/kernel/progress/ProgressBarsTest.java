package manabi.kernel.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import manabi.kernel.display.LiveDisplay;
import manabi.kernel.display.MimeBundle;
import org.junit.jupiter.api.Test;

class ProgressBarsTest {
  private final List<String> calls = new ArrayList<>();
  private Object cell = "cell 1";
  private final ProgressBars bars =
      new ProgressBars(
          new LiveDisplay() {
            @Override
            public String show(MimeBundle bundle) {
              calls.add("show " + bundle.data().get("text/plain"));
              return "id " + calls.size();
            }

            @Override
            public void update(String displayId, MimeBundle bundle) {
              calls.add("update " + displayId);
            }
          },
          () -> cell);

  @Test
  void loopShowsItsEndAndEveryLoopABarOfItsOwn() {
    Iterable<String> items = bars.over(List.of("a", "b"));
    for (int loop = 0; loop < 2; loop++) {
      List<String> seen = new ArrayList<>();
      items.forEach(seen::add);
      assertThat(seen).containsExactly("a", "b");
    }
    assertThat(calls)
        .hasSize(2)
        .allMatch(call -> call.contains("show [===") && call.contains("2/2"));
  }

  @Test
  void loopOverWhatDoesNotKnowItsSizeCounts() {
    Iterable<Integer> endless = () -> List.of(1, 2, 3).iterator();
    bars.over(endless).forEach(i -> {});
    assertThat(calls).hasSize(1).allMatch(call -> call.startsWith("show 3 done"));
  }

  @Test
  void loopThatIsLeftIsStoppedWhenItsCellEnds() {
    for (int i : bars.over(List.of(1, 2, 3))) {
      if (i == 2) {
        break;
      }
    }
    cell = "cell 2";
    bars.cellEnded();
    assertThat(calls).isEmpty();
    cell = "cell 1";
    bars.cellEnded();
    bars.cellEnded();
    assertThat(calls)
        .hasSize(1)
        .allMatch(call -> call.contains("33% 1/3") && call.contains("stopped"));
  }

  @Test
  void aBarChangesInPlace() {
    Progress bar = bars.start("t", OptionalLong.of(2));
    bars.cellEnded();
    bar.step(2);
    assertThat(calls).hasSize(2);
    assertThat(calls.get(1)).isEqualTo("update id 1");
  }
}
