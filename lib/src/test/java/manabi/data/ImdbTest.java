package manabi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The numbers of slide 9.5 (9/13) on the real reviews. */
@Tag("C9.14")
class ImdbTest {

  private static Imdb imdb;

  @BeforeAll
  static void loadRealReviews() {
    Optional<Path> folder =
        Stream.ofNullable(System.getenv("MANABI_DATA"))
            .map(Path::of)
            .filter(path -> Imdb.FILES.missingIn(path.resolve("imdb")).isEmpty())
            .findFirst();
    assumeTrue(folder.isPresent(), "the IMDB archive is not in MANABI_DATA");
    imdb = Imdb.load(DataDirectory.of(folder.get()), 10_000);
  }

  @Test
  void halfOfTheReviewsArePraise() {
    assertThat(imdb.train().size()).isEqualTo(25_000);
    assertThat(imdb.test().size()).isEqualTo(25_000);
    assertThat(praise(imdb.train())).isEqualTo(12_500);
    assertThat(praise(imdb.test())).isEqualTo(12_500);
    assertThat(imdb.isStandIn()).isFalse();
  }

  @Test
  void wordsAreRankedByFrequency() {
    assertThat(imdb.vocabulary().size()).isEqualTo(88_581);
    assertThat(imdb.vocabulary().words()).startsWith("the", "and", "a", "of", "to", "is");
  }

  @Test
  void reviewsHaveTheLengthsThatWereMeasured() {
    assertThat(ids(imdb.train()).count() - 25_000).isEqualTo(5_942_532);
    assertThat(imdb.train().meanLength()).isCloseTo(238.7, within(0.05));
    assertThat(imdb.test().meanLength()).isCloseTo(233.3, within(0.05));
  }

  @Test
  void rareWordsAreUnknown() {
    assertThat(ids(imdb.train()).max()).hasValue(9_999);
    assertThat(unknownRate(imdb.train())).isCloseTo(0.057, within(5e-4));
    assertThat(unknownRate(imdb.test())).isCloseTo(0.062, within(5e-4));
    assertThat(ids(imdb.train()).filter(id -> id == 0 || id == 3).count()).isZero();
  }

  @Test
  void theOrderIsMixed() {
    double half =
        IntStream.range(0, 12_500).mapToDouble(n -> imdb.train().labels().data()[n]).sum();

    // Hypergeometric with standard deviation 40: beyond 5 of them once in a million orders.
    assertThat(half).isCloseTo(6_250, within(200.0));
  }

  @Test
  void aSentenceOfTheReaderIsEncodedLikeAReview() {
    int[] sentence = imdb.encode("This movie was great, xyzzyq!");

    assertThat(sentence).containsExactly(1, 14, 20, 16, 88, 2);
    assertThat(imdb.decode(sentence)).isEqualTo("<start> this movie was great <unknown>");
    assertThat(imdb.encode("The")).containsExactly(1, 4);
  }

  @Test
  void refusesNumbersThatAreNoWords() {
    assertThatThrownBy(() -> imdb.decode(1, 10_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("word numbers must be 0 to 9999, one was 10000");
  }

  private static long praise(LabelledSequences reviews) {
    return IntStream.range(0, reviews.size()).filter(n -> reviews.labels().data()[n] == 1).count();
  }

  private static IntStream ids(LabelledSequences reviews) {
    return reviews.sequences().stream().flatMapToInt(IntStream::of);
  }

  private static double unknownRate(LabelledSequences reviews) {
    return (double) ids(reviews).filter(id -> id == Imdb.UNKNOWN).count() / ids(reviews).count();
  }
}
