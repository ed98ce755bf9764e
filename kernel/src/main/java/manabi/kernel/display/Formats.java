package manabi.kernel.display;

import java.util.List;

/** The MIME types that somebody asks for. */
final class Formats {
  private static final String TEXT = "text/plain";

  private Formats() {}

  /** Returns whether {@code asked}, which may end with {@code *}, is or includes {@code type}. */
  static boolean matches(String asked, String type) {
    return asked.endsWith("*")
        ? type.startsWith(asked.substring(0, asked.length() - 1))
        : asked.equals(type);
  }

  /** Returns the formats of {@code all} that are asked for, and plain text. */
  static MimeBundle chosen(MimeBundle all, List<String> asked) {
    MimeBundle chosen = MimeBundle.text((String) all.data().get(TEXT));
    for (var format : all.data().entrySet()) {
      if (asked.stream().anyMatch(a -> matches(a, format.getKey()))) {
        chosen = chosen.with(format.getKey(), format.getValue());
      }
    }
    return chosen;
  }

  /**
   * Checks what a reader wrote.
   *
   * @throws IllegalArgumentException if one of them cannot be a MIME type
   */
  static void check(List<String> asked) {
    for (String type : asked) {
      if (!type.contains("/") && !type.equals("*")) {
        throw new IllegalArgumentException(
            "a MIME type must be like \"text/html\", was \"" + type + "\"");
      }
    }
  }
}
