package manabi.kernel.display;

import java.util.List;
import java.util.regex.Pattern;

/** Exceptions that are values, not failures of their cell. */
public final class StackTraces {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  private StackTraces() {}

  /** Returns the lines of a traceback as text without colours, which are for errors. */
  public static MimeBundle bundle(List<String> traceback) {
    return MimeBundle.text(COLOUR.matcher(String.join("\n", traceback)).replaceAll(""));
  }
}
