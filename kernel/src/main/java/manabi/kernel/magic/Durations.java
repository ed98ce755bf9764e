package manabi.kernel.magic;

import java.util.Locale;

/** Durations as readers read them. */
final class Durations {
  private Durations() {}

  /** Returns a duration with three digits, for example {@code 1.23 ms}. */
  static String text(double nanos) {
    if (nanos < 999.5) {
      return digits(nanos) + " ns";
    }
    if (nanos < 999.5e3) {
      return digits(nanos / 1e3) + " µs";
    }
    if (nanos < 999.5e6) {
      return digits(nanos / 1e6) + " ms";
    }
    double seconds = nanos / 1e9;
    return seconds < 99.5
        ? digits(seconds) + " s"
        : String.format(
            Locale.ROOT, "%d min %d s", Math.round(seconds) / 60, Math.round(seconds) % 60);
  }

  private static String digits(double amount) {
    int decimals = amount < 9.995 ? 2 : amount < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f", amount);
  }
}
