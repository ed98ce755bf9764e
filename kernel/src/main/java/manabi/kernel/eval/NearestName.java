package manabi.kernel.eval;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that a mistyped one probably stands for. */
public final class NearestName {
  private NearestName() {}

  /** Returns the name of {@code known} that is nearest, unless none is near. */
  public static Optional<String> of(String name, Collection<String> known) {
    int limit = Math.max(1, name.length() / 3);
    return known.stream()
        .filter(other -> distance(name, other) <= limit)
        .min(Comparator.comparingInt((String o) -> distance(name, o)).thenComparing(o -> o));
  }

  /**
   * Returns how many letters have to be added, removed, changed or swapped with their neighbour,
   * upper and lower case being the same (optimal string alignment, after Damerau 1964).
   */
  private static int distance(String a, String b) {
    String x = a.toLowerCase(Locale.ROOT);
    String y = b.toLowerCase(Locale.ROOT);
    int[][] steps = new int[x.length() + 1][y.length() + 1];
    for (int i = 0; i <= x.length(); i++) {
      for (int j = 0; j <= y.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : steps(steps, x, y, i, j);
      }
    }
    return steps[x.length()][y.length()];
  }

  private static int steps(int[][] steps, String x, String y, int i, int j) {
    int change = x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(steps[i - 1][j - 1] + change, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
    boolean isSwapped =
        i > 1 && j > 1 && x.charAt(i - 1) == y.charAt(j - 2) && x.charAt(i - 2) == y.charAt(j - 1);
    return isSwapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
  }
}
