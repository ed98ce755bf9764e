package manabi.kernel.eval;

import java.util.ArrayDeque;
import java.util.Deque;

/** What can be said about Java source without parsing it. */
public final class SourceText {
  private final String code;
  private int position;
  private char lastSignificant;
  private int first = -1;
  private final Deque<Integer> open = new ArrayDeque<>();

  private SourceText(String code) {
    this.code = code;
  }

  /** Returns whether the last character outside comments is a semicolon. */
  public static boolean endsWithSemicolon(String code) {
    SourceText text = new SourceText(code);
    text.scan();
    return text.lastSignificant == ';';
  }

  /** Returns whether the last character outside comments ends a statement, or a block. */
  static boolean endsStatement(String code) {
    SourceText text = new SourceText(code);
    text.scan();
    return text.lastSignificant == ';' || text.lastSignificant == '}';
  }

  /** Returns where the code begins after white space and comments. */
  static int codeStart(String code) {
    SourceText text = new SourceText(code);
    text.scan();
    return Math.max(0, text.first);
  }

  /** Returns how many brackets are open at the end, at least 0. */
  public static int openBrackets(String code) {
    SourceText text = new SourceText(code);
    text.scan();
    return text.open.size();
  }

  /** Returns where the last round bracket is that is open at the end, or -1 if none is. */
  public static int openBracket(String code) {
    SourceText text = new SourceText(code);
    text.scan();
    return text.open.stream().filter(place -> code.charAt(place) == '(').findFirst().orElse(-1);
  }

  private void scan() {
    while (position < code.length()) {
      char c = code.charAt(position);
      if (code.startsWith("//", position)) {
        skipTo("\n", 2);
      } else if (code.startsWith("/*", position)) {
        skipTo("*/", 2);
      } else if (code.startsWith("\"\"\"", position)) {
        skipLiteral("\"\"\"");
      } else if (c == '"' || c == '\'') {
        skipLiteral(String.valueOf(c));
      } else {
        count(c);
        position++;
      }
    }
  }

  private void count(char c) {
    if (!Character.isWhitespace(c)) {
      significant(c);
    }
    if ("({[".indexOf(c) >= 0) {
      open.push(position);
    } else if (")}]".indexOf(c) >= 0) {
      open.poll();
    }
  }

  private void significant(char c) {
    lastSignificant = c;
    first = first < 0 ? position : first;
  }

  private void skipTo(String end, int from) {
    int found = code.indexOf(end, position + from);
    position = found < 0 ? code.length() : found + end.length();
  }

  private void skipLiteral(String quote) {
    significant('"');
    position += quote.length();
    while (position < code.length() && !code.startsWith(quote, position)) {
      position += code.charAt(position) == '\\' ? 2 : 1;
    }
    position += quote.length();
  }
}
