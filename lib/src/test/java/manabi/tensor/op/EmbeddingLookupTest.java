package manabi.tensor.op;

import static manabi.tensor.GradientCheck.assertGradients;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingLookupTest {

  private static final Tensor IDS = Tensor.matrix(new double[][] {{4, 0, 4}, {1, 4, 6}});

  @Test
  void gradientsMatchDifferences() {
    assertGradients(inputs -> new EmbeddingLookup(IDS).apply(inputs), random(1, 7, 5));
  }

  /** C10.2: the look-up is the product of one-hot rows with the table. */
  @Tag("C10.2")
  @Test
  void lookUpIsTheProductWithOneHotRows() {
    Tensor table = random(2, 7, 5);
    Tensor oneHot = Tensor.zeros(6, 7);
    for (int i = 0; i < 6; i++) {
      oneHot.data()[i * 7 + (int) IDS.data()[i]] = 1;
    }
    Tensor y = new EmbeddingLookup(IDS).apply(table);
    assertThat(y.shape()).containsExactly(2, 3, 5);
    assertThat(y.data()).isEqualTo(oneHot.matmul(table).data());
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 2", "1, 1, 1", "3, 7, 17", "5, 13, 16", "2, 0, 3"})
  void everyIdHasItsRow(int n, int steps, int size) {
    Tensor table = random(1, 11, size);
    Tensor ids = Tensor.zeros(n, steps);
    for (int i = 0; i < ids.size(); i++) {
      ids.data()[i] = i * i % 11;
    }
    Tensor y = new EmbeddingLookup(ids).apply(table);
    assertThat(y.shape()).containsExactly(n, steps, size);
    for (int i = 0; i < y.size(); i++) {
      assertThat(y.data()[i]).isEqualTo(table.get((int) ids.data()[i / size], i % size));
    }
  }

  /** C10.2: rows not used get nothing, rows used more than once get the sum. */
  @Tag("C10.2")
  @Test
  void gradientsAccumulateInTheRowsUsed() {
    Tensor table = Tensor.zeros(7, 2);
    try (var tape = GradientTape.open()) {
      Tensor loss = new EmbeddingLookup(IDS).apply(table).sum();
      Tensor gradient = tape.gradient(loss, List.of(table)).get(0);
      assertThat(gradient.rows().orElseThrow().rows()).containsExactly(0, 1, 4, 6);
      assertThat(gradient.data()).containsExactly(1, 1, 1, 1, 0, 0, 0, 0, 3, 3, 0, 0, 1, 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 7.0", "-1, -1.0", "2.5, 2.5", "NaN, NaN", "Infinity, Infinity"})
  void idsThatAreNoRowAreRefused(double id, String shown) {
    Tensor ids = Tensor.matrix(new double[][] {{0, 1, 2}, {3, id, 4}});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmbeddingLookup(ids).apply(Tensor.zeros(7, 2)))
        .withMessage("ids must be whole numbers from 0 to 6, the id at [1, 1] was " + shown);
  }

  @Test
  void idsMustBeAMatrix() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmbeddingLookup(Tensor.vector(1, 2)))
        .withMessage("ids must be [N, T], was [2]");
  }
}
