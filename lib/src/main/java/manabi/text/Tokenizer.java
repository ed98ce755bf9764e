package manabi.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts text into words as Keras' {@code Tokenizer} does: lower case, punctuation counts as a blank,
 * and an apostrophe is part of its word.
 *
 * <p>Slides: 9.5 (9/13).
 */
public final class Tokenizer {

  /** What Keras takes for a blank; an apostrophe is not among it. */
  private static final String SEPARATORS = " !\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n";

  private static final boolean[] IS_SEPARATOR = new boolean[128];

  static {
    SEPARATORS.chars().forEach(c -> IS_SEPARATOR[c] = true);
  }

  private Tokenizer() {}

  /** Returns the words of a text in order: none for an empty text. */
  public static List<String> tokenize(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= lower.length(); i++) {
      if (i == lower.length() || isSeparator(lower.charAt(i))) {
        if (i > start) {
          words.add(lower.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  private static boolean isSeparator(char c) {
    return c < IS_SEPARATOR.length && IS_SEPARATOR[c];
  }
}
