package manabi.kernel.assist;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what in a cell is a magic, and what is Java. */
final class MagicText {
  private static final Pattern LINE = Pattern.compile("(?m)^[ \\t]*%%?[A-Za-z].*$");
  private static final Pattern CELL = Pattern.compile("\\s*%%(?<name>[A-Za-z]\\w*)(?s:.*)");
  private static final Pattern JAVA_AFTER = Pattern.compile("(?<magic>\\s*%time(?:it)?\\s)(?s:.*)");
  private static final List<String> WITH_JAVA = List.of("time", "timeit");

  private MagicText() {}

  /** Returns whether a cell is for a magic that takes something else than Java. */
  static boolean isForeign(String code) {
    Matcher matcher = CELL.matcher(code);
    return matcher.matches() && !WITH_JAVA.contains(matcher.group("name"));
  }

  /** Returns whether the lines are still missing that a cell's magic is for. */
  static boolean lacksBody(String code) {
    String cell = code.strip();
    return CELL.matcher(cell).matches() && !cell.contains("\n") && !cell.endsWith("?");
  }

  /**
   * Returns the cell with white space in place of the magics, so that places stay the same.
   *
   * @param isOpen tells whether code ends inside of something, where a percent sign is no magic
   */
  static String blanked(String code, Predicate<String> isOpen) {
    StringBuilder java = new StringBuilder(code);
    Matcher line = LINE.matcher(code);
    while (line.find()) {
      if (!isOpen.test(java.substring(0, line.start()))) {
        Matcher statement = JAVA_AFTER.matcher(line.group());
        int length = statement.matches() ? statement.end("magic") : line.group().length();
        java.replace(line.start(), line.start() + length, " ".repeat(length));
      }
    }
    return java.toString();
  }
}
