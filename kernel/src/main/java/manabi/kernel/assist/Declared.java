package manabi.kernel.assist;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.Snippet;

/**
 * Something that a cell has declared, as it stands in a {@link CellUnit}.
 *
 * @param name the declared name
 * @param snippet what declared it
 * @param text the declaration as a member of a class, without the code inside of methods
 * @param words the words in {@code text}
 */
record Declared(String name, Snippet snippet, String text, Set<String> words) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  static Declared of(String name, Snippet snippet, String text) {
    return new Declared(name, snippet, text, words(text));
  }

  /** Returns all identifiers and keywords in {@code code}, those in comments and texts too. */
  static Set<String> words(String code) {
    return WORD.matcher(code).results().map(match -> match.group()).collect(Collectors.toSet());
  }
}
