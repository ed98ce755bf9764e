package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AdditionHyperparametersTest {

  private static final AdditionHyperparameters LECTURE = AdditionHyperparameters.LECTURE;

  @Test
  void lectureHasTheSlidesNumbers() {
    assertThat(LECTURE).isEqualTo(new AdditionHyperparameters(16, 1, 0.1, 10_000, 100, 0));
  }

  @Test
  void eachWithChangesItsOwnNumber() {
    assertThat(
            LECTURE
                .withHiddenSize(32)
                .withWeightInitStd(0.5)
                .withLearningRate(0.2)
                .withIterations(7)
                .withReportEvery(3)
                .withSeed(9))
        .isEqualTo(new AdditionHyperparameters(32, 0.5, 0.2, 7, 3, 9));
  }

  @Test
  void numbersMustBePositive() {
    assertThatThrownBy(() -> LECTURE.withHiddenSize(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hiddenSize must be positive, was 0");
    assertThatThrownBy(() -> LECTURE.withLearningRate(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("learningRate must be positive, was NaN");
    assertThatThrownBy(() -> LECTURE.withReportEvery(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reportEvery must be positive, was -1");
  }
}
