package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import manabi.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four cross-entropies against their formulas in double, and their gradients, at odd sizes. */
class LossFormulaTest {

  /** Each number by itself is good to 1e-6; means do not add to that. */
  private static final double TOLERANCE = 2e-6;

  @ParameterizedTest(name = "{0} samples of {1} classes")
  @CsvSource({"1, 1", "1, 17", "7, 2", "3, 16", "31, 3"})
  void ofClasses(int n, int classes) {
    Tensor labels = Tensor.zeros(n);
    double ofScores = 0;
    double ofShares = 0;
    Tensor scores = random(1, n, classes);
    Tensor shares = random(2, n, classes).softmax();
    for (int i = 0; i < n; i++) {
      int label = i * i % classes;
      labels.data()[i] = label;
      ofScores -= Math.log(Math.exp(scores.get(i, label)) / exponentials(scores, i)) / n;
      ofShares -= Math.log(shares.get(i, label)) / n;
    }
    assertThat((double) new SoftmaxCrossEntropy(labels).apply(scores).item())
        .isCloseTo(ofScores, within(TOLERANCE));
    assertThat((double) new CategoricalCrossEntropy(labels, 1e-7f).apply(shares).item())
        .isCloseTo(ofShares, within(TOLERANCE));
    assertGradients(inputs -> new SoftmaxCrossEntropy(labels).apply(inputs), scores);
  }

  @ParameterizedTest(name = "{0} samples of {1} classes")
  @CsvSource({"1, 1", "1, 17", "7, 2", "3, 16", "31, 3"})
  void ofShares(int n, int classes) {
    Tensor scores = random(1, n, classes);
    Tensor labels = random(2, n, classes).softmax();
    double expected = 0;
    for (int i = 0; i < n * classes; i++) {
      double share = Math.exp(scores.data()[i]) / exponentials(scores, i / classes);
      expected -= labels.data()[i] * Math.log(share) / n;
    }
    assertThat((double) new DistributionCrossEntropy(labels).apply(scores).item())
        .isCloseTo(expected, within(TOLERANCE));
  }

  @ParameterizedTest(name = "{0} samples of {1} chances")
  @CsvSource({"1, 1", "1, 17", "7, 2", "3, 16", "31, 3"})
  void ofChances(int n, int outputs) {
    Tensor scores = random(1, n, outputs);
    Tensor labels = random(2, n, outputs).sigmoid();
    double expected = 0;
    for (int i = 0; i < n * outputs; i++) {
      double chance = 1 / (1 + Math.exp(-scores.data()[i]));
      double label = labels.data()[i];
      expected -= (label * Math.log(chance) + (1 - label) * Math.log(1 - chance)) / n / outputs;
    }
    assertThat((double) new SigmoidCrossEntropy(labels).apply(scores).item())
        .isCloseTo(expected, within(TOLERANCE));
    assertGradients(inputs -> new SigmoidCrossEntropy(labels).apply(inputs), scores);
  }

  private static double exponentials(Tensor scores, int row) {
    return IntStream.range(0, scores.dim(1)).mapToDouble(j -> Math.exp(scores.get(row, j))).sum();
  }
}
