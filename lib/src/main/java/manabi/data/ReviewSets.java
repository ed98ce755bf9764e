package manabi.data;

import java.util.List;

/**
 * Reviews to train and to test.
 *
 * @param train in the order of {@link Review#ORDER}
 * @param test in the same order
 */
record ReviewSets(List<Review> train, List<Review> test) {

  ReviewSets {
    train = train.stream().sorted(Review.ORDER).toList();
    test = test.stream().sorted(Review.ORDER).toList();
  }
}
