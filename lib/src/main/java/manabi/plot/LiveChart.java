package manabi.plot;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A chart that changes in place while a cell runs, such as the density that a GAN learns.
 *
 * <pre>{@code
 * var live = LiveChart.show(density(generator));
 * for (int step = 1; step <= 5000; step++) {
 *   train(step);
 *   if (step % 500 == 0) live.update(density(generator));
 * }
 * }</pre>
 *
 * <p>Each call draws the chart, which takes some hundredths of a second: call it a few times a
 * second at most. It is a picture; show the last chart once more for an interactive one. Outside a
 * notebook nothing is shown and nothing is drawn.
 */
public final class LiveChart {

  private static volatile Function<Chart, Consumer<Chart>> display = chart -> next -> {};

  private final Consumer<Chart> replace;

  private LiveChart(Consumer<Chart> replace) {
    this.replace = replace;
  }

  /**
   * Says where charts are shown from now on: a notebook's kernel calls this once.
   *
   * @param display shows a chart and returns what replaces it
   */
  public static void connect(Function<Chart, Consumer<Chart>> display) {
    LiveChart.display = display;
  }

  /** Shows the chart below the running cell and returns the handle to replace it. */
  public static LiveChart show(Chart chart) {
    return new LiveChart(display.apply(chart));
  }

  /** Replaces the chart shown; the last one stays. */
  public void update(Chart chart) {
    replace.accept(chart);
  }
}
