package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C10.8")
class SimpleCbowTest {

  private static final int[] TARGET = {1, 2, 3};
  private static final int[][] CONTEXTS = {{0, 2}, {1, 3}, {2, 4}};

  private final double[][] target = OneHot.encode(TARGET, 5);
  private final double[][][] contexts = OneHot.encode(CONTEXTS, 5);
  private final SimpleCbow model = new SimpleCbow(5, 4, 1);

  @Test
  void firstLossIsThatOfGuessing() {
    // Weights of 0.01 make scores of some 1e-4: the softmax is uniform up to that.
    assertThat(model.forward(contexts, target)).isCloseTo(Math.log(5), within(1e-3));
  }

  @Test
  void forwardIsALookUpOfTwoRows() {
    enlargeWeights();
    double[][] wIn = model.params().get(0);
    double[][] wOut = model.params().get(2);
    double loss = 0;
    for (int n = 0; n < 3; n++) {
      double[] h = Matrix.plus(wIn[CONTEXTS[n][0]], wIn[CONTEXTS[n][1]]);
      for (int j = 0; j < h.length; j++) {
        h[j] /= 2;
      }
      double[] score = Matrix.times(h, wOut);
      double sum = 0;
      for (double s : score) {
        sum += Math.exp(s);
      }
      loss += Math.log(sum) - score[TARGET[n]];
    }
    assertThat(model.forward(contexts, target)).isCloseTo(loss / 3, within(1e-12));
  }

  @Test
  void predictionByLookUpIsThatOfTheOneHotProducts() {
    enlargeWeights();
    double[][] y = model.predict(CONTEXTS);
    double loss = 0;
    for (int n = 0; n < 3; n++) {
      loss -= Math.log(y[n][TARGET[n]]);
      assertThat(Arrays.stream(y[n]).sum()).isCloseTo(1, within(1e-12));
    }
    assertThat(model.forward(contexts, target)).isCloseTo(loss / 3, within(1e-12));
  }

  @Test
  void predictionNeedsTwoKnownWords() {
    assertThatThrownBy(() -> model.predict(new int[][] {{0, 2}, {1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("contexts must be [N, 2], was 1 ids at sample 1");
    assertThatThrownBy(() -> model.predict(new int[][] {{0, 5}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("contexts must be ids in 0..4, was 5 at sample 0");
  }

  @Test
  void gradientsMatchCentralDifferences() {
    enlargeWeights();
    model.forward(contexts, target);
    model.backward();
    double[][] wInGrad = Matrix.copy(model.grads().get(0));
    Matrix.add(wInGrad, model.grads().get(1)); // Win is used twice, so its gradients add up
    double[][] wOutGrad = Matrix.copy(model.grads().get(2));

    assertThat(relativeError(model.params().get(0), wInGrad)).isLessThan(1e-6);
    assertThat(relativeError(model.params().get(2), wOutGrad)).isLessThan(1e-6);
  }

  @Test
  void inputLayersShareTheirWeights() {
    assertThat(model.params().get(0)).isSameAs(model.params().get(1));
    assertThat(model.grads().get(0)).isNotSameAs(model.grads().get(1));
  }

  @Test
  void wordVectorsAreACopyOfTheInputWeights() {
    double[][] vectors = model.wordVectors();
    assertThat(vectors).isDeepEqualTo(model.params().get(0)).hasDimensions(5, 4);
    vectors[0][0] = 7;
    assertThat(model.params().get(0)[0][0]).isNotEqualTo(7);
  }

  @Test
  void sizesMustBePositive() {
    assertThatThrownBy(() -> new SimpleCbow(0, 5, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("vocabularySize must be positive, was 0");
    assertThatThrownBy(() -> new SimpleCbow(5, -2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hiddenSize must be positive, was -2");
  }

  @Test
  void shapesMustFit() {
    assertThatThrownBy(() -> model.forward(contexts, OneHot.encode(new int[] {1}, 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("contexts and target must have the same number N >= 1 of samples, had 3 and 1");
    assertThatThrownBy(() -> model.forward(new double[3][4][5], target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("contexts must be [N, 2, V], was 4 words at sample 0");
    assertThatThrownBy(() -> model.forward(contexts, OneHot.encode(TARGET, 6)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("target must have rows of V = 5, was 6 at sample 0");
    assertThatThrownBy(() -> model.forward(new double[3][2][4], target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("contexts must have rows of V = 5, was 4 at sample 0");
  }

  private double relativeError(double[][] parameter, double[][] gradient) {
    return GradientCheck.relativeError(() -> model.forward(contexts, target), parameter, gradient);
  }

  /** Makes weights of size 1, with which no product is near 0. */
  private void enlargeWeights() {
    for (int layer : new int[] {0, 2}) {
      double[][] w = model.params().get(layer);
      Matrix.subtract(w, -99, Matrix.copy(w));
    }
  }
}
