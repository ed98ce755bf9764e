package manabi.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Words and their numbers, 0 to {@code size() - 1}; immutable. */
public final class Vocabulary {

  private final List<String> words;
  private final Map<String, Integer> ids;

  private Vocabulary(List<String> words, Map<String, Integer> ids) {
    this.words = words;
    this.ids = ids;
  }

  /**
   * Returns the vocabulary that numbers words in this order.
   *
   * @throws IllegalArgumentException if a word comes twice
   */
  public static Vocabulary of(List<String> words) {
    Map<String, Integer> ids = new HashMap<>();
    for (String word : words) {
      Integer before = ids.put(word, ids.size());
      if (before != null) {
        throw new IllegalArgumentException(
            "words must be different, \"" + word + "\" comes at " + before + " and again");
      }
    }
    return new Vocabulary(List.copyOf(words), ids);
  }

  /** Returns the vocabulary that numbers words as they first occur. */
  public static Vocabulary byFirstOccurrence(List<String> words) {
    return of(words.stream().distinct().toList());
  }

  /** Returns the vocabulary with the most frequent word first, equally frequent as they occur. */
  public static Vocabulary byFrequency(Iterable<List<String>> texts) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (List<String> text : texts) {
      for (String word : text) {
        counts.computeIfAbsent(word, w -> new int[1])[0]++;
      }
    }
    List<Map.Entry<String, int[]>> ranked = new ArrayList<>(counts.entrySet());
    ranked.sort(Comparator.comparingInt(entry -> -entry.getValue()[0])); // the sort is stable
    return of(ranked.stream().map(Map.Entry::getKey).toList());
  }

  /** Returns how many words there are. */
  public int size() {
    return words.size();
  }

  /** Returns all words by number. */
  public List<String> words() {
    return words;
  }

  /** Returns a word's number, if it has one. */
  public OptionalInt find(String word) {
    Integer id = ids.get(word);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /**
   * Returns a word's number.
   *
   * @throws IllegalArgumentException if the word is not in the vocabulary
   */
  public int id(String word) {
    return find(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "word must be one of " + size() + " known ones, was \"" + word + "\""));
  }

  /**
   * Returns the word of a number.
   *
   * @throws IllegalArgumentException if there is no such number
   */
  public String word(int id) {
    if (id < 0 || id >= size()) {
      throw new IllegalArgumentException("id must be 0 to " + (size() - 1) + ", was " + id);
    }
    return words.get(id);
  }
}
