package manabi.scratch;

import java.util.List;

/** Numbers of 0..255 as words of 8 bits; a word has its most significant bit first. */
final class Bits {

  static final int WORD_LENGTH = 8;

  private Bits() {}

  /** Returns bit {@code t} of a number, bit 0 being the least significant. */
  static int bit(int number, int t) {
    return number >> t & 1;
  }

  /** Returns the word of a number. */
  static List<Integer> word(int number) {
    Integer[] word = new Integer[WORD_LENGTH];
    for (int t = 0; t < WORD_LENGTH; t++) {
      word[WORD_LENGTH - t - 1] = bit(number, t);
    }
    return List.of(word);
  }

  /** Returns the word whose bit {@code t} is {@code y[t]} rounded; NaN becomes 0. */
  static List<Integer> rounded(double[] y) {
    Integer[] word = new Integer[WORD_LENGTH];
    for (int t = 0; t < WORD_LENGTH; t++) {
      word[WORD_LENGTH - t - 1] = (int) Math.rint(y[t]);
    }
    return List.of(word);
  }

  /** Returns the number of a word. */
  static int number(List<Integer> word) {
    int number = 0;
    for (int bit : word) {
      number = 2 * number + bit;
    }
    return number;
  }
}
