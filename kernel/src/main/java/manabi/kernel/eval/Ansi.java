package manabi.kernel.eval;

/** Colours of a traceback, as every Jupyter client shows them. */
final class Ansi {
  private static final String RESET = "\u001b[0m";

  private Ansi() {}

  static String red(String text) {
    return "\u001b[31m" + text + RESET;
  }

  static String bold(String text) {
    return "\u001b[1m" + text + RESET;
  }

  static String green(String text) {
    return "\u001b[32m" + text + RESET;
  }

  /** Returns {@code text} without colours. */
  static String plain(String text) {
    return text.replaceAll("\u001b\\[\\d+m", "");
  }
}
