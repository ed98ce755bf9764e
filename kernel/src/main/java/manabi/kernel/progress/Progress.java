package manabi.kernel.progress;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One bar for one long loop, drawn in place and at most five times a second, so that a step costs
 * no more than a look at the clock. Cells start one with {@code progress(…)}.
 *
 * <p>It is complete with its last step. A bar that is not complete when its cell ends, or when it
 * is closed, says that it was stopped. Several threads may step.
 */
public final class Progress implements AutoCloseable {
  private static final long INTERVAL_NANOS = Duration.ofMillis(200).toNanos();

  private final String title;
  private final OptionalLong total;
  private final Consumer<ProgressState> view;
  private final LongSupplier clock;
  private final long start;
  private long lastStep;
  private long nextDrawing;
  private long done;
  private String detail = "";
  private boolean complete;

  /**
   * Starts a bar that is drawn for the first time after a fifth of a second, so that a short loop
   * shows only its end.
   *
   * @param total the number of steps, or nothing if that is not known
   * @param view draws a state in the place of the one before
   */
  Progress(String title, OptionalLong total, Consumer<ProgressState> view, LongSupplier nanoClock) {
    if (total.isPresent() && total.getAsLong() < 0) {
      throw new IllegalArgumentException("total must be 0 or more, was " + total.getAsLong());
    }
    this.title = title;
    this.total = total;
    this.view = view;
    this.clock = nanoClock;
    this.start = nanoClock.getAsLong();
    this.lastStep = start;
    this.nextDrawing = start + INTERVAL_NANOS;
  }

  /** Says that one more step is done. */
  public void step() {
    step(1);
  }

  /** Says that one more step is done, and what to show beside the bar. */
  public synchronized void step(String detail) {
    this.detail = detail;
    step(1);
  }

  /** Says that some more steps are done; a bar does not go beyond its end. */
  public synchronized void step(long steps) {
    if (complete) {
      return;
    }
    done = Math.min(done + steps, total.orElse(Long.MAX_VALUE));
    lastStep = clock.getAsLong();
    if (total.isPresent() && done == total.getAsLong()) {
      finish();
    } else if (lastStep - nextDrawing >= 0) {
      draw(false);
    }
  }

  /** Draws the last state of a loop that came to its end. */
  synchronized void finish() {
    if (!complete) {
      complete = true;
      draw(false);
    }
  }

  /** Draws the last state; more calls do nothing. */
  @Override
  public synchronized void close() {
    if (!complete) {
      complete = true;
      draw(true);
    }
  }

  /** Draws the state of a loop whose cell has ended; a thread of the cell may go on with it. */
  synchronized void cellEnded() {
    if (!complete) {
      draw(true);
    }
  }

  synchronized boolean isComplete() {
    return complete;
  }

  /** Draws how it was at the last step: what came after it in the cell says nothing of the loop. */
  private void draw(boolean stopped) {
    nextDrawing = lastStep + INTERVAL_NANOS;
    Duration elapsed = Duration.ofNanos(lastStep - start);
    view.accept(new ProgressState(title, done, total, detail, elapsed, stopped));
  }
}
