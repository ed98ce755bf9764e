package manabi.kernel.eval;

import java.util.regex.Pattern;

/** Names of classes declared in cells, as the reader wrote them. */
public final class SnippetNames {
  private static final Pattern WRAPPER = Pattern.compile("(REPL\\.)?\\$JShell\\$\\w+[.$]");

  private SnippetNames() {}

  /**
   * Returns {@code text} without the wrapper classes that JShell puts around what cells declare.
   */
  public static String readable(String text) {
    return text.contains("$JShell$") ? WRAPPER.matcher(text).replaceAll("") : text;
  }
}
