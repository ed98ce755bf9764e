package manabi;

/**
 * Checks that a notebook makes of its own results: each prints one line that starts with {@code ✓},
 * or throws an {@link AssertionError} that names the check, the expected and the actual.
 *
 * <pre>{@code
 * Check.within("slide 12: parameters", 51_902, lenet.parameterCount(), 0);
 * Check.unless(data.isStandIn(), "stand-in data").atLeast("test accuracy", 0.86, accuracy);
 * }</pre>
 *
 * <p>NaN passes no check. (The Java keyword {@code assert} does nothing in a cell.)
 */
public final class Check {

  private static final Checks ON = Checks.on();

  private Check() {}

  /** Checks that {@code |actual - expected| <= tolerance}. */
  public static void within(String label, double expected, double actual, double tolerance) {
    ON.within(label, expected, actual, tolerance);
  }

  /**
   * Checks that two values are equal: numbers by value whatever their types, arrays by their
   * elements, everything else with {@code equals}.
   */
  public static void equal(String label, Object expected, Object actual) {
    ON.equal(label, expected, actual);
  }

  /** Checks that {@code actual >= limit}. */
  public static void atLeast(String label, double limit, double actual) {
    ON.atLeast(label, limit, actual);
  }

  /** Checks that {@code actual <= limit}. */
  public static void atMost(String label, double limit, double actual) {
    ON.atMost(label, limit, actual);
  }

  /** Checks that {@code actual < limit}. */
  public static void below(String label, double limit, double actual) {
    ON.below(label, limit, actual);
  }

  /** Checks that a condition holds. */
  public static void isTrue(String label, boolean condition) {
    ON.isTrue(label, condition);
  }

  /** Returns these checks, switched off for {@code reason} if {@code off}. */
  public static Checks unless(boolean off, String reason) {
    return ON.unless(off, reason);
  }

  /** Returns these checks, switched off in quick mode, whose few steps reach no limit. */
  public static Checks onlyInFullMode() {
    return ON.unless(RunMode.isQuick(), "quick mode");
  }
}
