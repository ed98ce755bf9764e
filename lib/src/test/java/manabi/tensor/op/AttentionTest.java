package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static manabi.tensor.TensorAssertions.assertNumbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttentionTest {

  private static Tensor attend(int heads, AttentionMask mask, Tensor... inputs) {
    return new Attention(heads, mask).apply(inputs);
  }

  @ParameterizedTest(name = "{0} samples, {1} queries, {2} keys, {3} heads of {4} and {5}")
  @CsvSource({
    "1, 1, 1, 1, 1, 1",
    "2, 3, 5, 1, 2, 3",
    "1, 5, 3, 2, 3, 1",
    "3, 2, 17, 1, 5, 2",
    "2, 4, 4, 3, 1, 2"
  })
  void gradientsMatchDifferences(int n, int t, int s, int heads, int keySize, int valueSize) {
    assertGradients(
        inputs -> attend(heads, AttentionMask.NONE, inputs),
        random(1, n, t, heads * keySize),
        random(2, n, s, heads * keySize),
        random(3, n, s, heads * valueSize));
  }

  @Test
  void gradientsThroughMasksMatchDifferences() {
    Tensor visible = Tensor.ones(2, 3, 5);
    for (int i : new int[] {0, 7, 9, 15, 16, 17, 18, 19, 29}) {
      visible.data()[i] = 0; // nothing is left for the first query of the second sample
    }
    for (AttentionMask mask : new AttentionMask[] {AttentionMask.NONE, AttentionMask.CAUSAL}) {
      assertGradients(
          inputs -> attend(2, mask.and(visible), inputs),
          random(1, 2, 3, 4),
          random(2, 2, 5, 4),
          random(3, 2, 5, 6));
    }
  }

  /** Slide "Self-attention", C12.6. */
  @Test
  void slideExample() {
    Tensor q = Tensor.vector(1, 0, 0, 1, 1, 1).reshape(1, 3, 2);
    Tensor v = Tensor.vector(1, 0, 0, 1, .5, .5).reshape(1, 3, 2);
    Attention attention = new Attention(1, AttentionMask.NONE);
    Tensor y = attention.apply(q, q, v);
    assertNumbers(y, 1e-6, .601668, .398332, .398332, .601668, .5, .5);
    Tensor weights = attention.weights();
    assertThat(weights.shape()).containsExactly(1, 1, 3, 3);
    assertNumbers(
        Tensor.of(weights.data(), 9),
        1e-6,
        .401112,
        .197776,
        .401112,
        .197776,
        .401112,
        .401112,
        .248255,
        .248255,
        .503490);
  }

  /** Against the formula in double, head by head. */
  @ParameterizedTest(name = "{0} samples, {1} queries, {2} keys, {3} heads of {4} and {5}")
  @CsvSource({"1, 1, 1, 1, 1, 1", "3, 7, 5, 2, 3, 11", "2, 19, 37, 3, 17, 2", "1, 2, 16, 1, 1, 1"})
  void isTheFormulaForEveryNumber(int n, int t, int s, int heads, int keySize, int valueSize) {
    Tensor q = random(1, n, t, heads * keySize);
    Tensor k = random(2, n, s, heads * keySize);
    Tensor v = random(3, n, s, heads * valueSize);
    for (boolean causal : new boolean[] {false, true}) {
      AttentionMask mask = causal ? AttentionMask.CAUSAL : AttentionMask.NONE;
      Tensor y = attend(heads, mask, q, k, v);
      for (int i = 0; i < n * heads * t; i++) {
        int sample = i / (heads * t);
        int head = i / t % heads;
        int step = i % t;
        double[] weights = weights(q, k, sample, head * keySize, keySize, step, causal);
        for (int j = 0; j < valueSize; j++) {
          double expected = 0;
          for (int other = 0; other < s; other++) {
            expected += weights[other] * v.get(sample, other, head * valueSize + j);
          }
          assertThat((double) y.get(sample, step, head * valueSize + j))
              .isCloseTo(expected, within(2e-6));
        }
      }
    }
  }

  private static double[] weights(
      Tensor q, Tensor k, int sample, int from, int keySize, int step, boolean causal) {
    double[] weights = new double[k.dim(1)];
    double sum = 0;
    for (int other = 0;
        other < (causal ? Math.min(step + 1, weights.length) : weights.length);
        other++) {
      double score = 0;
      for (int j = from; j < from + keySize; j++) {
        score += q.get(sample, step, j) * k.get(sample, other, j);
      }
      weights[other] = Math.exp(score / Math.sqrt(keySize));
      sum += weights[other];
    }
    for (int other = 0; other < weights.length; other++) {
      weights[other] /= sum;
    }
    return weights;
  }

  /** C12.7: the output at a step does not change with what comes after it. */
  @Test
  void causalQueriesDoNotSeeTheFuture() {
    Tensor x = random(1, 2, 6, 4);
    Tensor changed = Tensor.of(x.toArray(), x.shape());
    for (int i = 4 * 4; i < 6 * 4; i++) {
      changed.data()[i] = 1e6f; // the last two steps of the first sample
    }
    Tensor y = attend(2, AttentionMask.CAUSAL, x, x, x);
    Tensor z = attend(2, AttentionMask.CAUSAL, changed, changed, changed);
    assertThat(z.slice(0, 1).reshape(6, 4).slice(0, 4).data())
        .isEqualTo(y.slice(0, 1).reshape(6, 4).slice(0, 4).data());
    assertThat(z.slice(1, 2).data()).isEqualTo(y.slice(1, 2).data());
  }

  /** Padding hides the same keys from all queries of a sample. */
  @Test
  void hiddenKeysDoNotCount() {
    Tensor q = random(1, 2, 3, 4);
    Tensor k = random(2, 2, 5, 4);
    Tensor v = random(3, 2, 5, 4);
    Tensor visible = Tensor.vector(1, 1, 1, 0, 0, 1, 1, 1, 1, 1).reshape(2, 1, 5);
    Tensor y = attend(2, AttentionMask.NONE.and(visible), q, k, v);
    Tensor shorter = attend(2, AttentionMask.NONE, q.slice(0, 1), steps(k, 3), steps(v, 3));
    assertThat(y.slice(0, 1).data()).containsExactly(shorter.data(), within(1e-6f));
    assertThat(y.slice(1, 2).data())
        .isEqualTo(attend(2, AttentionMask.NONE, q, k, v).slice(1, 2).data());
  }

  /** A query that sees one key has that key's value. */
  @Test
  void everyQueryOfEverySampleHasItsOwnHiddenKeys() {
    Tensor v = random(3, 2, 5, 4);
    Tensor visible = Tensor.zeros(2, 3, 5);
    int[] seen = {1, 3, 0, 9, 5, 8}; // of the ten keys of both samples
    for (int query = 0; query < 6; query++) {
      visible.data()[query * 5 + seen[query] % 5] = 1;
    }
    AttentionMask mask = AttentionMask.NONE.and(visible);
    Tensor y = attend(2, mask, random(1, 2, 3, 4), random(2, 2, 5, 4), v);
    float[] expected = v.reshape(10, 4).gather(seen).data();
    assertThat(y.data()).containsExactly(expected, within(1e-6f));
  }

  @Test
  void weightsOfEveryHeadGiveItsOutput() {
    Tensor v = random(3, 2, 5, 4);
    Attention attention = new Attention(2, AttentionMask.NONE);
    Tensor y = attention.apply(random(1, 2, 3, 4), random(2, 2, 5, 4), v);
    Tensor weights = attention.weights();
    assertThat(weights.shape()).containsExactly(2, 2, 3, 5);
    for (int i = 0; i < y.size(); i++) {
      int sample = i / 12;
      int step = i / 4 % 3;
      int head = i % 4 / 2;
      double sum = 0;
      for (int key = 0; key < 5; key++) {
        sum += weights.get(sample, head, step, key) * v.get(sample, key, i % 4);
      }
      assertThat((double) y.data()[i]).isCloseTo(sum, within(1e-6));
    }
  }

  private static Tensor steps(Tensor x, int count) {
    return x.slice(0, 1).reshape(x.dim(1), x.dim(2)).slice(0, count).reshape(1, count, x.dim(2));
  }

  @Test
  void queryThatSeesNothingGivesZeros() {
    Tensor x = random(1, 1, 2, 3);
    Tensor y = attend(1, AttentionMask.NONE.and(Tensor.zeros(1, 1, 1)), x, x, x);
    assertThat(y.data()).containsOnly(0);
  }

  /** Scores in the hundreds neither overflow nor lose their difference. */
  @Test
  void largeScoresAreALookUp() {
    Tensor q = Tensor.vector(1000).reshape(1, 1, 1);
    Tensor k = Tensor.vector(1, -1, 0.9).reshape(1, 3, 1);
    Tensor v = Tensor.vector(5, 6, 7).reshape(1, 3, 1);
    assertNumbers(attend(1, AttentionMask.NONE, q, k, v), 0, 5);
  }

  @Test
  void whatIsNoNumberIsSeen() {
    Tensor x = random(1, 1, 2, 3);
    x.data()[0] = Float.NaN;
    assertThat(attend(1, AttentionMask.NONE, x, x, x).data()).contains(Float.NaN);
  }

  @Test
  void nothingGivesNothing() {
    assertThat(attend(2, AttentionMask.NONE, empty(0, 3), empty(0, 5), empty(0, 5)).shape())
        .containsExactly(0, 3, 4);
    assertThat(attend(2, AttentionMask.NONE, empty(2, 0), empty(2, 5), empty(2, 5)).size())
        .isZero();
    assertThat(attend(2, AttentionMask.NONE, empty(2, 3), empty(2, 0), empty(2, 0)).data())
        .containsOnly(0);
  }

  private static Tensor empty(int n, int t) {
    return Tensor.ones(n, t, 4);
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    refused("heads must be 1 or more, was 0", 0, empty(2, 3), empty(2, 3), empty(2, 3));
    refused("query must be [N, T, H K], was [4]", 1, Tensor.ones(4), empty(2, 3), empty(2, 3));
    refused("key must be [2, S, 4], was [1, 3, 4]", 1, empty(2, 3), empty(1, 3), empty(2, 3));
    refused("value must be [2, 3, H V], was [2, 5, 4]", 1, empty(2, 3), empty(2, 3), empty(2, 5));
    refused(
        "query and value must have a multiple of 3 numbers a step, were [2, 3, 4] and [2, 3, 4]",
        3,
        empty(2, 3),
        empty(2, 3),
        empty(2, 3));
  }

  private static void refused(String message, int heads, Tensor... inputs) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> attend(heads, AttentionMask.NONE, inputs))
        .withMessage(message);
  }

  @Test
  void masksThatDoNotFitAreNamed() {
    Tensor x = empty(2, 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> attend(1, AttentionMask.CAUSAL.and(Tensor.ones(2, 1, 4)), x, x, x))
        .withMessage("visible must be [2, 3, 3], or 1 in place of an extent, was [2, 1, 4]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttentionMask.NONE.and(Tensor.ones(3)))
        .withMessage("visible must be [N, T, S], was [3]");
    AttentionMask mask = AttentionMask.NONE.and(Tensor.ones(1, 1, 3));
    assertThatIllegalStateException()
        .isThrownBy(() -> mask.and(Tensor.ones(1, 1, 3)))
        .withMessage("the mask hides by an array already; multiply the two");
  }
}
