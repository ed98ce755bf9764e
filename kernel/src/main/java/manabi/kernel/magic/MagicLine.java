package manabi.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What follows the name of a magic in its line.
 *
 * @param text the rest of the line
 * @param line the line's number in the cell, from 1
 * @param column where the text begins in the line, from 0
 */
public record MagicLine(String text, int line, int column) {
  // Text in quotation marks, in which \" is one of them, or text without white space.
  private static final Pattern PIECE =
      Pattern.compile("\"((?:\\\\\"|[^\"])*)\"|'([^']*)'|([^\\s\"']+)|(\\s+)|(.)");

  /** Returns the line that has these words. */
  static MagicLine of(List<String> words) {
    String text =
        words.stream()
            .map(word -> '"' + word.replace("\"", "\\\"") + '"')
            .collect(Collectors.joining(" "));
    return new MagicLine(text, 1, 0);
  }

  /** Returns the words of the text: white space separates them, except inside quotation marks. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      if (piece.group(4) != null) {
        addIfAny(words, word);
        word = null;
      } else {
        word = (word == null ? new StringBuilder() : word).append(content(piece));
      }
    }
    addIfAny(words, word);
    return words;
  }

  private static String content(Matcher piece) {
    if (piece.group(1) != null) {
      return piece.group(1).replace("\\\"", "\"");
    }
    return piece.group(2) != null ? piece.group(2) : piece.group();
  }

  private static void addIfAny(List<String> words, StringBuilder word) {
    if (word != null) {
      words.add(word.toString());
    }
  }

  /** Returns the last {@code length} characters of the text as a cell that has them in place. */
  String inPlace(int length) {
    int start = text.length() - length;
    return "\n".repeat(line - 1) + " ".repeat(column + start) + text.substring(start);
  }

  /** Returns the lines below this one as a cell that has them in place. */
  String belowInPlace(String body) {
    return "\n".repeat(line) + body;
  }
}
