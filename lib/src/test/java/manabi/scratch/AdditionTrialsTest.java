package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdditionTrialsTest {

  /** 1 000 losses of 1, then 0.5 from iteration 290 on, then 0.25 in the last 50; none exact. */
  private static final AdditionHistory FALLING = history(0.25, false);

  /** The same, but 0.75 and all sums exact in the last 50. */
  private static final AdditionHistory RISING = history(0.75, true);

  private final AdditionTrials trials = new AdditionTrials("two", List.of(FALLING, RISING));

  @Test
  void summarisesTheSeeds() {
    assertThat(trials.start().getAverage()).isEqualTo(1);
    assertThat(trials.middle().getAverage()).isEqualTo(0.5);
    assertThat(trials.end().getMin()).isEqualTo(0.25);
    assertThat(trials.end().getMax()).isEqualTo(0.75);
    assertThat(trials.exactShare().getMin()).isZero();
    assertThat(trials.exactShare().getMax()).isEqualTo(1);
    assertThat(trials.overflowed()).isZero();
  }

  @Test
  void rowShowsRangesOverTheSeeds() {
    assertThat(trials.row())
        .isEqualTo(
            new AdditionTrials.Row("two", "1.00", "0.500", "0.250–0.750", "0–100 %", "0 of 2"));
  }

  @Test
  void curveIsTheMeanOfAllSeedsOverEachReportsIterations() {
    double[] curve = trials.curve();
    assertThat(curve).hasSize(10);
    assertThat(curve[0]).isEqualTo(1);
    assertThat(curve[2]).isCloseTo(0.9 * 1 + 0.1 * 0.5, within(1e-12));
    assertThat(curve[9]).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void overflowShowsInEveryNumberAfterIt() {
    var broken =
        new AdditionHistory(
            100, Collections.nCopies(1000, Double.NaN), Collections.nCopies(1000, false));
    var mixed = new AdditionTrials("mixed", List.of(FALLING, broken));
    assertThat(mixed.overflowed()).isEqualTo(1);
    assertThat(mixed.end().getAverage()).isNaN();
    assertThat(mixed.curve()).containsOnly(Double.NaN);
  }

  @Test
  void seedsCountFromZero() {
    var hyper = AdditionHyperparameters.LECTURE.withIterations(50).withSeed(9);
    var trained = AdditionTrials.run("short", hyper, AdditionVariant.LECTURE, 2);
    assertThat(trained.histories()).hasSize(2);
    assertThat(trained.histories().get(1).allLosses())
        .isEqualTo(new BinaryAddition(hyper.withSeed(1)).train().allLosses());
  }

  @Test
  void atLeastOneHistoryIsNeeded() {
    assertThatThrownBy(() -> new AdditionTrials("none", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("histories must hold at least one, was empty");
  }

  private static AdditionHistory history(double lastLoss, boolean lastExact) {
    return new AdditionHistory(
        100,
        IntStream.range(0, 1000).mapToObj(i -> i < 290 ? 1.0 : i < 950 ? 0.5 : lastLoss).toList(),
        IntStream.range(0, 1000).mapToObj(i -> i >= 950 && lastExact).toList());
  }
}
