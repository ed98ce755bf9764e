package manabi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The checks of {@link Check} as an object that may be switched off: then each prints one line that
 * starts with {@code –} and gives the reason.
 */
public final class Checks {

  /** Enough to tell two float values apart. */
  private static final MathContext DIGITS = new MathContext(7);

  private final Optional<String> offReason;

  private Checks(Optional<String> offReason) {
    this.offReason = offReason;
  }

  static Checks on() {
    return new Checks(Optional.empty());
  }

  /** Returns these checks, switched off for {@code reason} if {@code off}. */
  public Checks unless(boolean off, String reason) {
    return off && offReason.isEmpty() ? new Checks(Optional.of(reason)) : this;
  }

  /**
   * Checks that {@code |actual - expected| <= tolerance}.
   *
   * @throws AssertionError if not
   * @throws IllegalArgumentException if the tolerance is negative or NaN
   */
  public void within(String label, double expected, double actual, double tolerance) {
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException("tolerance must be 0 or more, was " + tolerance);
    }
    String margin = tolerance == 0 ? "" : " ± " + text(tolerance);
    boolean passed = expected == actual || Math.abs(actual - expected) <= tolerance;
    report(label, passed, text(expected, passed) + margin, text(actual, passed));
  }

  /**
   * Checks that two values are equal: numbers by value whatever their types, arrays by their
   * elements, everything else with {@code equals}.
   *
   * @throws AssertionError if not, or if one is or contains NaN
   */
  public void equal(String label, Object expected, Object actual) {
    boolean passed = areEqual(expected, actual) && !hasNaN(expected);
    report(label, passed, text(expected), text(actual));
  }

  /**
   * Checks that {@code actual >= limit}.
   *
   * @throws AssertionError if not
   */
  public void atLeast(String label, double limit, double actual) {
    boolean passed = actual >= limit;
    report(label, passed, "at least " + text(limit, passed), text(actual, passed));
  }

  /**
   * Checks that {@code actual <= limit}.
   *
   * @throws AssertionError if not
   */
  public void atMost(String label, double limit, double actual) {
    boolean passed = actual <= limit;
    report(label, passed, "at most " + text(limit, passed), text(actual, passed));
  }

  /**
   * Checks that {@code actual < limit}.
   *
   * @throws AssertionError if not
   */
  public void below(String label, double limit, double actual) {
    boolean passed = actual < limit;
    report(label, passed, "below " + text(limit, passed), text(actual, passed));
  }

  /**
   * Checks that a condition holds.
   *
   * @throws AssertionError if not
   */
  public void isTrue(String label, boolean condition) {
    report(label, condition, "true", String.valueOf(condition));
  }

  private void report(String label, boolean passed, String expected, String actual) {
    if (offReason.isPresent()) {
      System.out.println("– " + label + ": not checked (" + offReason.get() + ")");
      return;
    }
    String line = label + ": expected " + expected + ", was " + actual;
    if (!passed) {
      throw new AssertionError(line);
    }
    System.out.println("✓ " + line);
  }

  private static boolean areEqual(Object expected, Object actual) {
    if (expected instanceof Number e && actual instanceof Number a) {
      boolean integers = isInteger(e) && isInteger(a);
      return integers ? e.longValue() == a.longValue() : e.doubleValue() == a.doubleValue();
    }
    return Objects.deepEquals(expected, actual);
  }

  private static boolean isInteger(Number number) {
    return number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte;
  }

  private static boolean hasNaN(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return Double.isNaN(((Number) value).doubleValue());
    }
    if (value instanceof double[] numbers) {
      return Arrays.stream(numbers).anyMatch(Double::isNaN);
    }
    if (value instanceof float[] numbers) {
      for (float number : numbers) {
        if (Float.isNaN(number)) {
          return true;
        }
      }
    }
    if (value instanceof Object[] elements) {
      return Arrays.stream(elements).anyMatch(Checks::hasNaN);
    }
    if (value instanceof Iterable<?> elements) {
      for (Object element : elements) {
        if (hasNaN(element)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String text(Object value) {
    if (value != null && value.getClass().isArray()) {
      String wrapped = Arrays.deepToString(new Object[] {value});
      return wrapped.substring(1, wrapped.length() - 1);
    }
    return String.valueOf(value);
  }

  /** A failure shows every digit: the two numbers may differ only in the last. */
  private static String text(double value, boolean rounded) {
    return rounded || value == Math.rint(value) ? text(value) : Double.toString(value);
  }

  private static String text(double value) {
    double size = Math.abs(value);
    if (value != 0 && !(size >= 1e-4 && size < 1e15)) {
      return Double.toString(value);
    }
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
