package manabi;

import java.util.Optional;

/**
 * Quick or full: whether notebooks run with few steps, to see that everything works, or with the
 * slides' own hyperparameters.
 *
 * <p>Quick mode is on when the environment variable {@code MANABI_QUICK} is {@code 1}. This class
 * is the only one that reads it.
 */
public final class RunMode {

  private static final String VARIABLE = "MANABI_QUICK";

  private RunMode() {}

  /**
   * Returns whether quick mode is on.
   *
   * @throws IllegalArgumentException if {@code MANABI_QUICK} is neither 1 nor 0
   */
  public static boolean isQuick() {
    return parse(Optional.ofNullable(System.getenv(VARIABLE)));
  }

  /** Returns {@code quick} in quick mode, otherwise {@code full}. */
  public static int pick(int quick, int full) {
    return isQuick() ? quick : full;
  }

  /** Returns {@code quick} in quick mode, otherwise {@code full}. */
  public static <T> T pick(T quick, T full) {
    return isQuick() ? quick : full;
  }

  /** Returns a sentence for the reader of a notebook that says which mode is on. */
  public static String describe() {
    return describe(isQuick());
  }

  static String describe(boolean quick) {
    return quick
        ? "quick mode: fewer steps, so that every cell is tried; results are not the lectures'"
        : "full mode: the slides' own hyperparameters";
  }

  static boolean parse(Optional<String> value) {
    return switch (value.orElse("").strip()) {
      case "1" -> true;
      case "", "0" -> false;
      default ->
          throw new IllegalArgumentException(VARIABLE + " must be 1 or 0, was " + value.get());
    };
  }
}
