package manabi.progress;

import java.time.Duration;
import java.util.Locale;

/**
 * What a bar shows at one moment.
 *
 * @param title what is going on, such as {@code epoch 2/5}
 * @param step steps done, 0 to {@code total}
 * @param total steps in all, 1 or more
 * @param detail what the loop says of itself, such as {@code loss 0.31}; may be empty
 * @param elapsed time since the bar was started
 * @param closed whether nothing more will come, be the loop finished or interrupted
 */
public record ProgressState(
    String title, long step, long total, String detail, Duration elapsed, boolean closed) {

  private static final int BAR_WIDTH = 24;

  /** Returns whether the loop ended before its last step. */
  public boolean isInterrupted() {
    return closed && step < total;
  }

  /** Returns one line of plain text, such as {@code epoch 2/5 [==== ] 150/300 50% 3.1 s}. */
  public String toText() {
    int filled = (int) (BAR_WIDTH * step / total);
    return title
        + " ["
        + "=".repeat(filled)
        + " ".repeat(BAR_WIDTH - filled)
        + "] "
        + numbers()
        + (detail.isEmpty() ? "" : "  " + detail);
  }

  private String numbers() {
    return String.format(
        Locale.ROOT,
        "%d/%d %d%% %.1f s%s",
        step,
        total,
        100 * step / total,
        elapsed.toMillis() / 1000.0,
        isInterrupted() ? " (stopped)" : "");
  }
}
