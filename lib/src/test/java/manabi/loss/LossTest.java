package manabi.loss;

import static manabi.loss.Loss.BINARY_CROSSENTROPY;
import static manabi.loss.Loss.CATEGORICAL_CROSSENTROPY;
import static manabi.loss.Loss.MEAN_SQUARED_ERROR;
import static manabi.loss.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossTest {

  /** C2.3. */
  @Tag("C2.3")
  @ParameterizedTest
  @CsvSource({"1, .9, .1053605", "0, .9, 2.3025851", "1, .5, .6931472", "0, .5, .6931472"})
  void binaryCrossEntropyOfTheSlides(double label, double prediction, double expected) {
    Tensor loss = BINARY_CROSSENTROPY.of(Tensor.vector(label), Tensor.vector(prediction));
    assertThat((double) loss.item()).isCloseTo(expected, within(1e-6));
  }

  /** C2.2, label form, as a mean over two samples. */
  @Tag("C2.2")
  @Test
  void categoricalCrossEntropyOfTheSlides() {
    double[] y = {.1, .05, .6, 0, .05, .1, 0, .1, 0, 0};
    Tensor loss =
        SPARSE_CATEGORICAL_CROSSENTROPY.of(
            Tensor.vector(2, 7), Tensor.matrix(new double[][] {y, y}));
    assertThat(loss.item()).isCloseTo((.5108256f + 2.3025851f) / 2, within(1e-6f));
  }

  /** C2.2, with one-hot labels. */
  @Tag("C2.2")
  @Test
  void crossEntropyOfOneHotLabelsOfTheSlides() {
    double[] y = {.1, .05, .6, 0, .05, .1, 0, .1, 0, 0};
    double[] two = {0, 0, 1, 0, 0, 0, 0, 0, 0, 0};
    double[] seven = {0, 0, 0, 0, 0, 0, 0, 1, 0, 0};
    Tensor loss =
        CATEGORICAL_CROSSENTROPY.of(
            Tensor.matrix(new double[][] {two, seven}), Tensor.matrix(new double[][] {y, y}));
    assertThat(loss.item()).isCloseTo((.5108256f + 2.3025851f) / 2, within(1e-6f));
  }

  @Test
  void meanSquaredErrorIsAMean() {
    Tensor loss = MEAN_SQUARED_ERROR.of(Tensor.vector(1, 2, 3), Tensor.vector(1, 4, 0));
    assertThat(loss.item()).isCloseTo(13 / 3f, within(1e-6f));
  }

  @Test
  void certainAndWrongIsFinite() {
    Tensor wrong = Tensor.vector(0, 1).reshape(2, 1);
    assertThat(BINARY_CROSSENTROPY.of(Tensor.vector(1, 0), wrong).item())
        .isCloseTo(16.1f, within(0.2f)); // -ln 1e-7; 1 - 1e-7 is rounded in float
  }

  @Test
  void gradientsMatchDifferences() {
    Tensor y = Tensor.randomUniform(new SplittableRandom(1), 0.2, 0.8, 5, 1);
    assertGradients(inputs -> BINARY_CROSSENTROPY.of(Tensor.vector(1, 0, 1, 1, 0), inputs[0]), y);
    assertGradients(inputs -> MEAN_SQUARED_ERROR.of(random(1, 3, 2), inputs[0]), random(2, 3, 2));
    Tensor p = Tensor.randomUniform(new SplittableRandom(2), 0.3, 0.8, 3, 4);
    assertGradients(inputs -> CATEGORICAL_CROSSENTROPY.of(distributions(3, 4), inputs[0]), p);
    assertGradients(
        inputs -> SPARSE_CATEGORICAL_CROSSENTROPY.of(Tensor.vector(1, 3, 0), inputs[0]), p);
  }

  @Test
  void scoresGiveLossAndGradientOfTheProbabilities() {
    Tensor classScores = random(3, 3, 5);
    Tensor classes = Tensor.vector(4, 0, 2);
    assertSame(
        classScores,
        SPARSE_CATEGORICAL_CROSSENTROPY.ofScores(classes, classScores),
        () -> SPARSE_CATEGORICAL_CROSSENTROPY.ofScores(classes, classScores),
        () -> SPARSE_CATEGORICAL_CROSSENTROPY.of(classes, classScores.softmax()));
    Tensor shares = distributions(3, 5);
    assertSame(
        classScores,
        CATEGORICAL_CROSSENTROPY.ofScores(shares, classScores),
        () -> CATEGORICAL_CROSSENTROPY.ofScores(shares, classScores),
        () -> CATEGORICAL_CROSSENTROPY.of(shares, classScores.softmax()));
    Tensor scores = random(4, 5, 1);
    Tensor labels = Tensor.vector(1, 0, 0, 1, 1);
    assertSame(
        scores,
        BINARY_CROSSENTROPY.ofScores(labels, scores),
        () -> BINARY_CROSSENTROPY.ofScores(labels, scores),
        () -> BINARY_CROSSENTROPY.of(labels, scores.sigmoid()));
  }

  private static Tensor distributions(int n, int classes) {
    return random(9, n, classes).softmax();
  }

  private static void assertSame(
      Tensor scores, Tensor value, Supplier<Tensor> oneNode, Supplier<Tensor> manyNodes) {
    assertThat(value.item()).isCloseTo(manyNodes.get().item(), within(1e-6f));
    assertThat(gradient(scores, oneNode))
        .containsExactly(gradient(scores, manyNodes), within(1e-6f));
  }

  private static float[] gradient(Tensor source, Supplier<Tensor> loss) {
    try (var tape = GradientTape.open()) {
      return tape.gradient(loss.get(), List.of(source)).get(0).data();
    }
  }

  @Test
  void labelsThatDoNotFitAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MEAN_SQUARED_ERROR.of(Tensor.zeros(2), Tensor.zeros(3, 1)))
        .withMessage("labels must be as many as predictions [3, 1], were [2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BINARY_CROSSENTROPY.of(Tensor.zeros(2), Tensor.zeros(3, 1)))
        .withMessage("labels must be as many as predictions [3, 1], were [2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CATEGORICAL_CROSSENTROPY.of(Tensor.zeros(3), Tensor.zeros(3)))
        .withMessage("predictions must be [N, K], was [3]");
    assertThatIllegalStateException()
        .isThrownBy(() -> MEAN_SQUARED_ERROR.ofScores(Tensor.zeros(2), Tensor.zeros(2)))
        .withMessage("MEAN_SQUARED_ERROR has no form for scores");
  }
}
