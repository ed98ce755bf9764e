package manabi.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

  private final List<ProgressState> drawn = new ArrayList<>();
  private final AtomicLong millis = new AtomicLong();

  @Test
  void drawsAtMostFiveTimesASecondAndAlwaysTheEnd() {
    try (ProgressBar bar = bar(1_000)) {
      for (int step = 1; step <= 1_000; step++) {
        millis.addAndGet(1);
        bar.update(step);
      }
    }

    assertThat(drawn)
        .extracting(ProgressState::step)
        .containsExactly(200L, 400L, 600L, 800L, 1_000L, 1_000L);
    assertThat(drawn.get(5).closed()).isTrue();
    assertThat(drawn.get(5).isInterrupted()).isFalse();
  }

  @Test
  void aLoopThatWasLeftShowsWhereItStopped() {
    assertThatThrownBy(
            () -> {
              try (ProgressBar bar = bar(10)) {
                bar.update(3, "loss 0.5");
                throw new IllegalStateException("interrupted");
              }
            })
        .hasMessage("interrupted");

    assertThat(drawn).hasSize(1);
    assertThat(drawn.get(0).isInterrupted()).isTrue();
    assertThat(drawn.get(0).toText())
        .isEqualTo("training [=======                 ] 3/10 30% 0.0 s (stopped)  loss 0.5");
  }

  @Test
  void nothingIsDrawnAfterTheEnd() {
    ProgressBar bar = bar(10);
    bar.close();
    bar.close();
    millis.set(10_000);
    bar.update(5);

    assertThat(drawn).hasSize(1);
  }

  @Test
  void theDetailIsAskedOnlyWhenItIsDrawn() {
    AtomicInteger asked = new AtomicInteger();
    try (ProgressBar bar = bar(100)) {
      for (int step = 1; step <= 100; step++) {
        bar.update(step, () -> "asked " + asked.incrementAndGet());
      }
    }

    assertThat(asked).hasValue(1);
    assertThat(drawn.get(0).detail()).isEqualTo("asked 1");
  }

  @Test
  void aBarGoesNeitherBackNorBeyondItsEnd() {
    try (ProgressBar bar = bar(10)) {
      bar.update(11);
      bar.update(4);
    }

    assertThat(drawn.get(0).step()).isEqualTo(10);
  }

  @Test
  void severalThreadsMayUpdate() {
    try (ProgressBar bar =
        new ProgressBar("t", 10_000, drawn::add, () -> millis.addAndGet(100) * 1_000_000)) {
      IntStream.rangeClosed(1, 10_000).parallel().forEach(bar::update);
    }

    // The clock moves 100 ms an update, so every second one is drawn, and the end.
    assertThat(drawn).hasSize(5_001);
    assertThat(drawn.get(5_000).step()).isEqualTo(10_000);
    assertThat(drawn).extracting(ProgressState::step).isSorted();
  }

  @Test
  void refusesALoopWithoutSteps() {
    assertThatThrownBy(() -> ProgressBar.start("training", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("total must be 1 or more, was 0");
  }

  @Test
  void everyBarGetsARendererOfItsOwn() {
    AtomicInteger supplied = new AtomicInteger();
    ProgressBar.renderTo(
        () -> {
          supplied.incrementAndGet();
          return drawn::add;
        });
    try {
      ProgressBar.start("first", 1).close();
      ProgressBar.start("second", 1).close();
    } finally {
      ProgressBar.renderToConsole();
    }

    assertThat(supplied).hasValue(2);
    assertThat(drawn).extracting(ProgressState::title).containsExactly("first", "second");
  }

  @Test
  void aTerminalLineIsOverwrittenWhole() {
    var bytes = new ByteArrayOutputStream();
    var renderer = new TerminalRenderer(new PrintStream(bytes, true, UTF_8));

    renderer.render(new ProgressState("t", 1, 2, "long detail", Duration.ZERO, false));
    renderer.render(new ProgressState("t", 2, 2, "", Duration.ZERO, true));

    String first = "t [============            ] 1/2 50% 0.0 s  long detail";
    String second = "t [========================] 2/2 100% 0.0 s";
    assertThat(bytes.toString(UTF_8))
        .isEqualTo(
            "\r"
                + first
                + "\r"
                + second
                + " ".repeat(first.length() - second.length())
                + System.lineSeparator());
  }

  @Test
  void aLogGetsALineEveryFewSeconds() {
    var bytes = new ByteArrayOutputStream();
    var renderer = new LogRenderer(new PrintStream(bytes, true, UTF_8));

    renderer.render(new ProgressState("t", 1, 2, "", Duration.ZERO, false));

    assertThat(bytes.toString(UTF_8).lines())
        .containsExactly("t [============            ] 1/2 50% 0.0 s");
    assertThat(renderer.interval()).isEqualTo(Duration.ofSeconds(5));
  }

  private ProgressBar bar(long total) {
    return new ProgressBar("training", total, drawn::add, () -> millis.get() * 1_000_000);
  }
}
