package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AdditionHistoryTest {

  private final AdditionHistory history =
      new AdditionHistory(
          2, List.of(4.0, 3.0, 2.0, 1.0, 0.0), List.of(false, false, true, false, true));

  @Test
  void reportedLossesAreSingleOnesNotMeans() {
    assertThat(history.iterations()).containsExactly(0, 2, 4);
    assertThat(history.losses()).containsExactly(4.0, 2.0, 0.0);
  }

  @Test
  void meansAndSharesCoverTheirRange() {
    assertThat(history.meanLoss(0, 2)).isEqualTo(3.5);
    assertThat(history.meanLossOfLast(2)).isEqualTo(0.5);
    assertThat(history.exactShare(0, 4)).isEqualTo(0.25);
    assertThat(history.exactShareOfLast(3)).isEqualTo(2.0 / 3);
  }

  @Test
  void divergenceIsTheFirstNan() {
    assertThat(history.diverged()).isFalse();
    var diverged =
        new AdditionHistory(1, List.of(1.0, Double.NaN, Double.NaN), List.of(true, true, true));
    assertThat(diverged.diverged()).isTrue();
    assertThat(diverged.divergedAt()).hasValue(1);
  }

  @Test
  void rangeMustLieInTheTraining() {
    assertThatThrownBy(() -> history.meanLossOfLast(6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("iterations must be a range in 0 to 5, were -1 to 5");
    assertThatThrownBy(() -> history.exactShare(3, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("iterations must be a range in 0 to 5, were 3 to 3");
  }
}
