package manabi.progress;

import java.io.PrintStream;
import java.time.Duration;

/** Prints a line now and then, for output that goes to a file or a pipe. */
final class LogRenderer implements ProgressRenderer {

  private final PrintStream out;

  LogRenderer(PrintStream out) {
    this.out = out;
  }

  @Override
  public void render(ProgressState state) {
    out.println(state.toText());
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(5);
  }
}
