package manabi.progress;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * One bar for one long loop, drawn in place and only a few times a second, so that a call of {@link
 * #update} costs no more than a look at the clock.
 *
 * <pre>{@code
 * try (var bar = ProgressBar.start("training", 300)) {
 *   for (int step = 1; step <= 300; step++) {
 *     float loss = …;
 *     bar.update(step, () -> "loss " + loss);
 *   }
 * }
 * }</pre>
 *
 * <p>Closing draws the last state; a loop that was left before its last step shows as stopped. Bars
 * may be updated from several threads.
 */
public final class ProgressBar implements AutoCloseable {

  private static volatile Supplier<? extends ProgressRenderer> renderers =
      ProgressBar::consoleRenderer;

  private final String title;
  private final long total;
  private final ProgressRenderer renderer;
  private final LongSupplier clock;
  private final long start;
  private final long interval;
  private long nextDrawing;
  private long step;
  private Supplier<String> detail = () -> "";
  private boolean closed;

  ProgressBar(String title, long total, ProgressRenderer renderer, LongSupplier nanoClock) {
    if (total < 1) {
      throw new IllegalArgumentException("total must be 1 or more, was " + total);
    }
    this.title = title;
    this.total = total;
    this.renderer = renderer;
    this.clock = nanoClock;
    this.start = nanoClock.getAsLong();
    this.interval = renderer.interval().toNanos();
    this.nextDrawing = start + interval;
  }

  /**
   * Starts a bar at step 0. It is drawn for the first time after the renderer's interval, so that a
   * short loop shows only its end.
   *
   * @throws IllegalArgumentException if {@code total} is less than 1
   */
  public static ProgressBar start(String title, long total) {
    return new ProgressBar(title, total, renderers.get(), System::nanoTime);
  }

  /** Makes bars started from now on draw with a renderer of their own each, from this supplier. */
  public static void renderTo(Supplier<? extends ProgressRenderer> supplier) {
    renderers = supplier;
  }

  /** Makes bars started from now on draw to the error stream again. */
  public static void renderToConsole() {
    renderers = ProgressBar::consoleRenderer;
  }

  /** Says that {@code step} steps are done; a bar never goes back, nor beyond its end. */
  public synchronized void update(long step) {
    update(step, detail);
  }

  /** Says that {@code step} steps are done, and what to show beside the bar. */
  public void update(long step, String detail) {
    update(step, () -> detail);
  }

  /** Says that {@code step} steps are done; {@code detail} is asked only when the bar is drawn. */
  public synchronized void update(long step, Supplier<String> detail) {
    this.step = Math.max(this.step, Math.min(step, total));
    this.detail = detail;
    long now = clock.getAsLong();
    if (!closed && now - nextDrawing >= 0) {
      draw(now);
    }
  }

  /** Draws the last state; more calls do nothing. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      draw(clock.getAsLong());
    }
  }

  private void draw(long now) {
    nextDrawing = now + interval;
    renderer.render(
        new ProgressState(title, step, total, detail.get(), Duration.ofNanos(now - start), closed));
  }

  private static ProgressRenderer consoleRenderer() {
    return TerminalRenderer.hasTerminal()
        ? new TerminalRenderer(System.err)
        : new LogRenderer(System.err);
  }
}
