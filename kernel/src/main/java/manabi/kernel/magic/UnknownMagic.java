package manabi.kernel.magic;

import java.util.Collection;
import java.util.Comparator;

/** A magic that does not exist; the message names the nearest one. */
final class UnknownMagic extends IllegalArgumentException {
  UnknownMagic(String prefix, String name, Collection<String> known) {
    super(message(prefix, name, known));
  }

  private static String message(String prefix, String name, Collection<String> known) {
    String nearest =
        known.stream()
            .min(
                Comparator.comparingInt((String other) -> distance(name, other))
                    .thenComparing(n -> n))
            .map(other -> ", did you mean " + prefix + other + "?")
            .orElse("");
    return "unknown magic " + prefix + name + nearest + " (%lsmagic lists them)";
  }

  /** Returns the edit distance of Levenshtein (1966). */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(previous[j], row[j - 1]));
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
