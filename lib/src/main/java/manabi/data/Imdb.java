package manabi.data;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import manabi.tensor.Tensor;
import manabi.text.Tokenizer;
import manabi.text.Vocabulary;

/**
 * IMDB: 50,000 film reviews, half praise and half not, as sequences of word numbers.
 *
 * <p>Slides: 9.5 (9/13), データの前処理. Source: Maas et al. (2011), Learning Word Vectors for Sentiment
 * Analysis, ACL. The numbers are those of Keras: words are ranked by how often they occur in the
 * training reviews, a word's number is its rank (from 1) + 3, and three numbers are kept for {@link
 * #PADDING}, {@link #START} and {@link #UNKNOWN}. Words with numbers of {@code maxFeatures} or more
 * count as unknown. The order of the reviews is mixed, as Keras does with seed 113, though by
 * another generator: {@link Collections#shuffle} with a {@link Random} of that seed.
 *
 * @param train 25,000 reviews to learn from; label 1 is praise, 0 is not
 * @param test 25,000 reviews to test with
 * @param vocabulary all words of the training reviews, the most frequent first
 * @param maxFeatures the numbers of words are below this
 * @param isStandIn whether these are made-up sentences in place of real reviews, and fewer
 */
public record Imdb(
    LabelledSequences train,
    LabelledSequences test,
    Vocabulary vocabulary,
    int maxFeatures,
    boolean isStandIn) {

  /** Fills sequences that are too short. */
  public static final int PADDING = 0;

  /** Begins each review. */
  public static final int START = 1;

  /** Stands for each word that is too rare. */
  public static final int UNKNOWN = 2;

  /** The number of the most frequent word; Keras leaves 3 out. */
  private static final int FIRST_WORD = 4;

  private static final int SHUFFLE_SEED = 113;
  private static final int REVIEWS_PER_FOLDER = 12_500;
  private static final String ARCHIVE = "aclImdb_v1.tar.gz";

  static final DataSet FILES =
      new DataSet(
          "IMDB (Large Movie Review Dataset)",
          "imdb",
          List.of(
              new DataFile(
                  ARCHIVE,
                  URI.create("https://ai.stanford.edu/~amaas/data/sentiment/" + ARCHIVE),
                  Checksum.md5("7c2ac02c03563afcf9b574c7e56c153a"))),
          Optional.empty());

  /**
   * Loads the reviews, fetching them first if they are nowhere on this machine.
   *
   * @throws DataException if they cannot be had or are not what they should be
   * @throws IllegalArgumentException if {@code maxFeatures} leaves room for no word
   */
  public static Imdb load(int maxFeatures) {
    return load(DataDirectory.fromEnvironment(), maxFeatures);
  }

  /**
   * Loads the reviews from a data directory.
   *
   * @throws DataException if they cannot be had or are not what they should be
   * @throws IllegalArgumentException if {@code maxFeatures} leaves room for no word
   */
  public static Imdb load(DataDirectory directory, int maxFeatures) {
    if (maxFeatures <= FIRST_WORD) {
      throw new IllegalArgumentException(
          "maxFeatures must be more than " + FIRST_WORD + ", was " + maxFeatures);
    }
    return directory
        .find(FILES)
        .map(folder -> ImdbArchive.read(folder.resolve(ARCHIVE), REVIEWS_PER_FOLDER))
        .map(reviews -> of(reviews, maxFeatures, false))
        .orElseGet(() -> of(MadeUpReviews.write(), maxFeatures, true));
  }

  static Imdb of(ReviewSets reviews, int maxFeatures, boolean isStandIn) {
    Vocabulary vocabulary =
        Vocabulary.byFrequency(reviews.train().stream().map(Review::words).toList());
    return new Imdb(
        encodeAll(reviews.train(), vocabulary, maxFeatures),
        encodeAll(reviews.test(), vocabulary, maxFeatures),
        vocabulary,
        maxFeatures,
        isStandIn);
  }

  /**
   * Returns the numbers of a text in the reader's own words, as the reviews have them: {@link
   * #START} first, {@link #UNKNOWN} for words that are too rare.
   */
  public int[] encode(String text) {
    return encode(Tokenizer.tokenize(text), vocabulary, maxFeatures);
  }

  /**
   * Returns the words of a sequence, {@code <pad>}, {@code <start>} and {@code <unknown>} for the
   * numbers that are no words.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public String decode(int... sequence) {
    int limit = Math.min(maxFeatures, vocabulary.size() + FIRST_WORD);
    return Arrays.stream(sequence)
        .mapToObj(
            id -> {
              if (id < 0 || id >= limit) {
                throw new IllegalArgumentException(
                    "word numbers must be 0 to " + (limit - 1) + ", one was " + id);
              }
              return switch (id) {
                case PADDING -> "<pad>";
                case START -> "<start>";
                case UNKNOWN -> "<unknown>";
                case FIRST_WORD - 1 -> "<unused>";
                default -> vocabulary.word(id - FIRST_WORD);
              };
            })
        .collect(Collectors.joining(" "));
  }

  private static LabelledSequences encodeAll(
      List<Review> reviews, Vocabulary vocabulary, int maxFeatures) {
    List<Review> mixed = new ArrayList<>(reviews);
    Collections.shuffle(mixed, new Random(SHUFFLE_SEED));
    float[] labels = new float[mixed.size()];
    for (int n = 0; n < labels.length; n++) {
      labels[n] = mixed.get(n).positive() ? 1 : 0;
    }
    return new LabelledSequences(
        mixed.stream().map(review -> encode(review.words(), vocabulary, maxFeatures)).toList(),
        Tensor.of(labels, labels.length));
  }

  private static int[] encode(List<String> words, Vocabulary vocabulary, int maxFeatures) {
    int[] sequence = new int[words.size() + 1];
    sequence[0] = START;
    for (int i = 0; i < words.size(); i++) {
      OptionalInt rank = vocabulary.find(words.get(i));
      int id = rank.isPresent() ? rank.getAsInt() + FIRST_WORD : UNKNOWN;
      sequence[i + 1] = id < maxFeatures ? id : UNKNOWN;
    }
    return sequence;
  }
}
