package manabi.kernel.progress;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import manabi.kernel.display.LiveDisplay;

/** The bars of the cells that run. */
public final class ProgressBars {
  private final LiveDisplay display;
  private final Supplier<?> cell;
  private final Map<Progress, Object> cells = new ConcurrentHashMap<>();

  /**
   * Makes bars.
   *
   * @param display where they are drawn
   * @param cell gives what is the same object for all of a cell's threads
   */
  public ProgressBars(LiveDisplay display, Supplier<?> cell) {
    this.display = display;
    this.cell = cell;
  }

  /**
   * Starts a bar.
   *
   * @param total the number of steps, or nothing if that is not known
   * @throws IllegalArgumentException if the total is negative
   */
  public Progress start(String title, OptionalLong total) {
    Progress bar = new Progress(title, total, inPlace(), System::nanoTime);
    cells.keySet().removeIf(Progress::isComplete);
    cells.put(bar, cell.get());
    return bar;
  }

  /** Returns {@code items} with a bar for each loop over them; collections know their number. */
  public <T> Iterable<T> over(Iterable<T> items) {
    return () ->
        over(
                items,
                items instanceof Collection<?> c ? OptionalLong.of(c.size()) : OptionalLong.empty())
            .iterator();
  }

  /**
   * Returns {@code items}, of which there are {@code total}, with a bar for each loop over them.
   */
  public <T> Iterable<T> over(Iterable<T> items, OptionalLong total) {
    return () -> new Loop<>(items.iterator(), start("", total));
  }

  /** Draws the last state of the bars that the ending cell started and did not complete. */
  public void cellEnded() {
    Object ended = cell.get();
    List<Progress> bars = cells.keySet().stream().filter(bar -> cells.get(bar) == ended).toList();
    cells.keySet().removeAll(bars);
    bars.forEach(Progress::cellEnded);
  }

  private Consumer<ProgressState> inPlace() {
    String[] id = new String[1];
    return state -> {
      if (id[0] == null) {
        id[0] = display.show(state.bundle());
      } else {
        display.update(id[0], state.bundle());
      }
    };
  }

  /** An item is done when the next one is asked for. */
  private static final class Loop<T> implements Iterator<T> {
    private final Iterator<T> items;
    private final Progress bar;
    private boolean isStarted;

    Loop(Iterator<T> items, Progress bar) {
      this.items = items;
      this.bar = bar;
    }

    @Override
    public boolean hasNext() {
      boolean more = items.hasNext();
      if (!more) {
        stepIfStarted();
        bar.finish();
      }
      return more;
    }

    @Override
    public T next() {
      stepIfStarted();
      isStarted = true;
      return items.next();
    }

    private void stepIfStarted() {
      if (isStarted) {
        bar.step();
      }
    }
  }
}
