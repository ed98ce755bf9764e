package manabi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs sh")
class SystemCommandTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path folder;

  @Test
  void runsInItsFolder() {
    SystemCommand.run(folder, LONG, List.of("sh", "-c", "echo hello > made"));

    assertThat(folder.resolve("made")).hasContent("hello");
  }

  @Test
  void aFailureShowsTheLastLineThatWasPrinted() {
    String script = "echo first; echo 'E: Unable to locate it' >&2; echo; exit 100";

    assertThatThrownBy(() -> SystemCommand.run(folder, LONG, List.of("sh", "-c", script)))
        .isInstanceOf(DataException.class)
        .hasMessage("sh -c ended with 100: E: Unable to locate it");
  }

  @Test
  void endsAProgramThatTakesTooLong() {
    assertThatThrownBy(
            () -> SystemCommand.run(folder, Duration.ofSeconds(1), List.of("sleep", "60")))
        .isInstanceOf(DataException.class)
        .hasMessage("sleep 60 took longer than 1 s");
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> SystemCommand.run(folder, LONG, List.of("sleep", "60")))
        .isInstanceOf(CancellationException.class)
        .hasMessage("sleep 60 was interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void saysThatAProgramIsNotThere() {
    assertThatThrownBy(() -> SystemCommand.require("no-such-program"))
        .isInstanceOf(DataException.class)
        .hasMessage("this machine has no no-such-program");
    SystemCommand.require("sh");
  }
}
