package manabi.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import manabi.text.Tokenizer;

/**
 * Made-up sentences in place of the reviews of IMDB, for machines that cannot get those. Most
 * opinions in a review agree with its label, some do not.
 */
final class MadeUpReviews {

  private static final String[] SUBJECTS = {
    "the plot", "the acting", "this film", "the music", "the ending", "the main actor",
    "the dialogue", "every scene", "the camera work", "the story", "the director", "the first hour"
  };
  private static final String[] VERBS = {"was", "is", "felt", "seemed", "remained"};
  private static final String[] ADVERBS = {"really", "very", "quite", "simply", "truly", "rather"};
  private static final String[] PRAISE = {
    "wonderful",
    "great",
    "touching",
    "brilliant",
    "funny",
    "superb",
    "charming",
    "perfect",
    "gripping",
    "beautiful"
  };
  private static final String[] BLAME = {
    "awful",
    "boring",
    "terrible",
    "dull",
    "stupid",
    "weak",
    "annoying",
    "predictable",
    "poor",
    "lifeless"
  };
  private static final String[] ASIDES = {
    "I saw it with my sister on a rainy day.", "It runs for about two hours.",
    "The book came out some years before.", "Much of it takes place in a small town.",
    "We had read about it in the paper.", "It was shown late in the evening."
  };

  /** How often an opinion agrees with the label. */
  private static final double AGREEMENT = 0.85;

  private final Random random;

  private MadeUpReviews(long seed) {
    random = new Random(seed);
  }

  /** Returns 4,000 reviews to train and 1,000 to test, always the same. */
  static ReviewSets write() {
    return new ReviewSets(new MadeUpReviews(1).reviews(4_000), new MadeUpReviews(2).reviews(1_000));
  }

  private List<Review> reviews(int count) {
    List<Review> reviews = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      boolean positive = n % 2 == 1;
      reviews.add(new Review(n, positive, Tokenizer.tokenize(text(positive))));
    }
    return reviews;
  }

  private String text(boolean positive) {
    StringBuilder text = new StringBuilder();
    int sentences = 4 + random.nextInt(12);
    for (int i = 0; i < sentences; i++) {
      text.append(random.nextInt(3) == 0 ? one(ASIDES) : opinion(positive)).append(' ');
    }
    return text.toString();
  }

  private String opinion(boolean positive) {
    boolean praises = positive == (random.nextDouble() < AGREEMENT);
    return String.join(" ", one(SUBJECTS), one(VERBS), one(ADVERBS), one(praises ? PRAISE : BLAME))
        + ".";
  }

  private String one(String[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
