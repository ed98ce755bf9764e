package manabi.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import manabi.tensor.Tensor;

/**
 * A text as a sequence of word numbers.
 *
 * <p>Slides: word2vec, {@code preprocess} and {@code create_contexts_target}.
 *
 * @param ids the numbers of the text's words in order, {@code [T]}
 * @param vocabulary what each number means
 */
public record Corpus(Tensor ids, Vocabulary vocabulary) {

  /**
   * Returns the corpus of a text: lower case, a full stop is a word of its own, words are numbered
   * as they first occur. {@code "You say goodbye and I say hello."} has the numbers {@code 0 1 2 3
   * 4 1 5 6}.
   *
   * @throws IllegalArgumentException if the text has no words
   */
  public static Corpus of(String text) {
    String spaced = text.toLowerCase(Locale.ROOT).replace(".", " .").strip();
    if (spaced.isEmpty()) {
      throw new IllegalArgumentException("text must have words, was empty");
    }
    List<String> words = Arrays.asList(spaced.split("\\s+"));
    Vocabulary vocabulary = Vocabulary.byFirstOccurrence(words);
    Tensor ids = Tensor.zeros(words.size());
    for (int t = 0; t < words.size(); t++) {
      ids.data()[t] = vocabulary.id(words.get(t));
    }
    return new Corpus(ids, vocabulary);
  }

  /** Returns the number of words in the text. */
  public int length() {
    return ids.dim(0);
  }

  /**
   * Returns every word that has {@code windowSize} words on each side, with those words.
   *
   * @throws IllegalArgumentException if {@code windowSize} is less than 1 or no word has so many
   */
  public ContextsAndTargets contextsAndTargets(int windowSize) {
    int count = length() - 2 * windowSize;
    if (windowSize < 1 || count < 1) {
      throw new IllegalArgumentException(
          "windowSize must be 1 to "
              + (length() - 1) / 2
              + " for a text of "
              + length()
              + " words, was "
              + windowSize);
    }
    float[] text = ids.data();
    float[] contexts = new float[count * 2 * windowSize];
    int next = 0;
    for (int target = windowSize; target < windowSize + count; target++) {
      for (int offset = -windowSize; offset <= windowSize; offset++) {
        if (offset != 0) {
          contexts[next++] = text[target + offset];
        }
      }
    }
    return new ContextsAndTargets(
        Tensor.of(contexts, count, 2 * windowSize),
        Tensor.of(Arrays.copyOfRange(text, windowSize, windowSize + count), count));
  }
}
