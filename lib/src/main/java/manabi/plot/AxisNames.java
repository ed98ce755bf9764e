package manabi.plot;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The names along one side of a heat map.
 *
 * @param names of the cells 0, {@code step}, 2 {@code step}, …
 * @param step from one named cell to the next
 */
record AxisNames(List<String> names, int step) {

  private static final int MOST_NUMBERS = 12;

  /** Returns the labels, or round numbers, at most 12, where there are none. */
  static AxisNames of(List<String> labels, int cells) {
    if (!labels.isEmpty()) {
      return new AxisNames(labels, 1);
    }
    int step = 1;
    for (int i = 0; (cells - 1) / step >= MOST_NUMBERS; i++) {
      step = i % 3 == 1 ? step / 2 * 5 : step * 2; // 1, 2, 5, 10, 20, 50, …
    }
    int chosen = step;
    return new AxisNames(
        IntStream.rangeClosed(0, (cells - 1) / step)
            .mapToObj(k -> Integer.toString(k * chosen))
            .toList(),
        step);
  }
}
