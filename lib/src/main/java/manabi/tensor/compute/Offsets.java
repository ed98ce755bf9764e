package manabi.tensor.compute;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tables of equal steps, for products whose factor A is an ordinary matrix. */
final class Offsets {

  /** By step; a handful, since a program's matrices have a handful of widths. */
  private static final Map<Integer, int[]> TABLES = new ConcurrentHashMap<>();

  /** Beyond this many tables they are made anew rather than kept. */
  private static final int KEPT = 256;

  private Offsets() {}

  /** Returns {@code 0, step, 2 step, …}: at least {@code count} numbers, not to be changed. */
  static int[] multiples(int step, int count) {
    int[] table = TABLES.get(step);
    if (table == null || table.length < count) {
      table = new int[Math.max(16, count)];
      for (int i = 0; i < table.length; i++) {
        table[i] = i * step;
      }
      if (TABLES.size() < KEPT) {
        TABLES.put(step, table);
      }
    }
    return table;
  }
}
