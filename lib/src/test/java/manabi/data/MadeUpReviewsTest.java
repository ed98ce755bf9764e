package manabi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MadeUpReviewsTest {

  private final Imdb imdb = Imdb.load(DataDirectory.ofStandIns(), 10_000);

  @Test
  void haveTheFormOfTheRealReviews() {
    assertThat(imdb.isStandIn()).isTrue();
    assertThat(imdb.train().size()).isEqualTo(4_000);
    assertThat(imdb.test().size()).isEqualTo(1_000);
    assertThat(imdb.train().sequences()).allMatch(sequence -> sequence[0] == Imdb.START);
    assertThat(sum(imdb.train().labels().data())).isEqualTo(2_000);
  }

  @Test
  void areAlwaysTheSame() {
    Imdb again = Imdb.load(DataDirectory.ofStandIns(), 10_000);

    assertThat(again.train().labels().data()).isEqualTo(imdb.train().labels().data());
    assertThat(again.test().sequences().get(7)).isEqualTo(imdb.test().sequences().get(7));
  }

  /**
   * Counting one word of praise and one of blame is right more often than a coin, and not always.
   */
  @Test
  void canBeLearnt() {
    int great = imdb.encode("great")[1];
    int awful = imdb.encode("awful")[1];
    int told = 0;
    int right = 0;
    for (int n = 0; n < imdb.test().size(); n++) {
      List<Integer> words = boxed(imdb.test().sequences().get(n));
      if (words.contains(great) != words.contains(awful)) {
        told++;
        right += words.contains(great) == (imdb.test().labels().data()[n] == 1) ? 1 : 0;
      }
    }

    assertThat(told).isGreaterThan(200);
    assertThat((double) right / told).isBetween(0.7, 0.95);
  }

  @Test
  void takesTheFirstReviews() {
    assertThat(imdb.train().take(3).labels().shape()).containsExactly(3);
    assertThatThrownBy(() -> imdb.train().take(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count must be 1 to 4000, was 0");
  }

  private static List<Integer> boxed(int[] sequence) {
    return Arrays.stream(sequence).boxed().toList();
  }

  private static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
