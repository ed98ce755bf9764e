package manabi.kernel.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final List<ProgressState> drawn = new ArrayList<>();
  private final AtomicLong millis = new AtomicLong();

  private Progress bar(OptionalLong total) {
    return new Progress("t", total, drawn::add, () -> millis.get() * 1_000_000);
  }

  @Test
  void drawsAtMostFiveTimesASecondAndAlwaysTheEnd() {
    Progress bar = bar(OptionalLong.of(1_000));
    for (int i = 0; i < 1_000; i++) {
      millis.incrementAndGet();
      bar.step();
    }
    assertThat(drawn)
        .extracting(ProgressState::done)
        .containsExactly(200L, 400L, 600L, 800L, 1000L);
    assertThat(drawn).noneMatch(ProgressState::stopped);
  }

  @Test
  void closingABarThatIsNotCompleteSaysStoppedOnce() {
    Progress bar = bar(OptionalLong.of(3));
    bar.step("loss 1");
    bar.close();
    bar.close();
    assertThat(drawn).hasSize(1);
    assertThat(drawn.get(0).stopped()).isTrue();
    assertThat(drawn.get(0).detail()).isEqualTo("loss 1");
  }

  @Test
  void closingACompleteBarDrawsNothingMore() {
    Progress bar = bar(OptionalLong.of(2));
    bar.step(5);
    bar.close();
    bar.cellEnded();
    assertThat(drawn).extracting(ProgressState::done).containsExactly(2L);
  }

  @Test
  void stepsAfterTheEndDoNotCount() {
    Progress bar = bar(OptionalLong.empty());
    bar.step();
    bar.finish();
    millis.set(5_000);
    bar.step();
    assertThat(drawn).extracting(ProgressState::done).containsExactly(1L);
  }

  @Test
  void threadOfAnEndedCellMayGoOn() {
    Progress bar = bar(OptionalLong.of(2));
    bar.step();
    bar.cellEnded();
    bar.step();
    assertThat(drawn).extracting(ProgressState::stopped).containsExactly(true, false);
  }

  @Test
  void timeOfAStoppedLoopEndsWithItsLastStep() {
    Progress bar = bar(OptionalLong.of(2));
    millis.set(100);
    bar.step();
    millis.set(5_000);
    bar.cellEnded();
    assertThat(drawn.get(0).elapsed()).hasMillis(100);
  }

  @Test
  void totalMustNotBeNegative() {
    assertThatThrownBy(() -> bar(OptionalLong.of(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("total must be 0 or more, was -1");
  }

  @Test
  void showsPercentBarRateAndTimeLeft() {
    assertThat(text(state(50, OptionalLong.of(200), "", 10, false)))
        .isEqualTo("t [======                  ] 25% 50/200, 10.0 s, 5.0/s, 30.0 s left");
    assertThat(text(state(5, OptionalLong.of(100), "x", 1_000, false)))
        .isEqualTo(
            "t [=                       ] 5% 5/100, 16:40 min, 200.0 s each, 5:16:40 h left  x");
  }

  @Test
  void stoppedBarHasNoTimeLeft() {
    assertThat(text(state(1, OptionalLong.of(2), "", 1, true)))
        .isEqualTo("t [============            ] 50% 1/2, 1.0 s, 1.0/s (stopped)");
  }

  @Test
  void withoutTotalThereIsNoBar() {
    ProgressState state = state(3, OptionalLong.empty(), "", 1, false);
    assertThat(text(state)).isEqualTo("t 3 done, 1.0 s, 3.0/s");
    assertThat(state.bundle().data().get("text/html"))
        .isEqualTo("<div>t 3 done, 1.0 s, 3.0/s</div>");
  }

  @Test
  void emptyLoopIsComplete() {
    assertThat(text(state(0, OptionalLong.of(0), "", 0, false)))
        .isEqualTo("t [                        ] 100% 0/0, 0.0 s");
  }

  @Test
  void htmlIsEscaped() {
    ProgressState state =
        new ProgressState("a<b", 1, OptionalLong.of(2), "c&d", Duration.ofSeconds(1), true);
    assertThat(state.bundle().data().get("text/html"))
        .isEqualTo(
            "<div>a&lt;b <progress value=\"1\" max=\"2\"></progress> 50% 1/2, 1.0 s, 1.0/s"
                + " (stopped) &nbsp; c&amp;d</div>");
  }

  private static ProgressState state(
      long done, OptionalLong total, String detail, long seconds, boolean stopped) {
    return new ProgressState("t", done, total, detail, Duration.ofSeconds(seconds), stopped);
  }

  private static Object text(ProgressState state) {
    return state.bundle().data().get("text/plain");
  }
}
