package manabi.data;

import java.util.Comparator;
import java.util.List;

/**
 * One film review, cut into words.
 *
 * @param number its number among those of its kind
 * @param positive whether it praises the film
 * @param words its words
 */
record Review(int number, boolean positive, List<String> words) {

  /** Does not depend on how an archive is packed. */
  static final Comparator<Review> ORDER =
      Comparator.comparing(Review::positive).thenComparing(Review::number);
}
