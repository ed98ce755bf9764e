package manabi.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TensorTest {

  private static final Tensor X = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);

  @Test
  void numbersAreInRowMajorOrder() {
    assertThat(X.get(0, 2)).isEqualTo(3);
    assertThat(X.get(1, 0)).isEqualTo(4);
    assertThat(X.rank()).isEqualTo(2);
    assertThat(X.size()).isEqualTo(6);
    assertThat(X.dim(0)).isEqualTo(2);
    assertThat(X.dim(-1)).isEqualTo(3);
  }

  @Test
  void factoriesGiveShapesAndNumbers() {
    assertThat(Tensor.vector(1, 2).shape()).containsExactly(2);
    assertThat(Tensor.vector().shape()).containsExactly(0);
    assertThat(Tensor.matrix(new double[][] {{1, 2}, {3, 4}}).data()).containsExactly(1, 2, 3, 4);
    assertThat(Tensor.scalar(7).shape()).isEmpty();
    assertThat(Tensor.scalar(7).get()).isEqualTo(7);
    assertThat(Tensor.zeros(2, 0).size()).isZero();
    assertThat(Tensor.ones(2, 2).data()).containsOnly(1);
  }

  @Test
  void arrayIsWrappedAndCopiesAreCopies() {
    float[] data = {1, 2};
    Tensor tensor = Tensor.of(data, 2);
    data[0] = 5;
    assertThat(tensor.get(0)).isEqualTo(5);
    tensor.toArray()[0] = 9;
    tensor.shape()[0] = 9;
    assertThat(tensor.get(0)).isEqualTo(5);
    assertThat(tensor.dim(0)).isEqualTo(2);
  }

  @Test
  void sizesThatDoNotFitAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.of(new float[5], 2, 3))
        .withMessage("shape [2, 3] holds 6 numbers, data has 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.matrix(new double[][] {{1, 2}, {3}}))
        .withMessage("row 1 must have 2 numbers as row 0, has 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.zeros(2, -1))
        .withMessage("extents must be 0 or more, were [2, -1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.zeros(1 << 16, 1 << 16))
        .withMessage("shape [65536, 65536] holds more than 2^31 - 1 numbers");
  }

  @Test
  void placesThatAreNotThereAreRefused() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> X.get(0, 3))
        .withMessage("index [0, 3] for shape [2, 3]");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> X.get(1))
        .withMessage("index [1] for shape [2, 3]");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> X.slice(1, 3))
        .withMessage("slice from 1 to 3 of 2 entries");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> X.slice(-1, 1))
        .withMessage("slice from -1 to 1 of 2 entries");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> X.slice(2, 1))
        .withMessage("slice from 2 to 1 of 2 entries");
  }

  @Test
  void itemNeedsASingleNumber() {
    assertThat(Tensor.zeros(1, 1).item()).isZero();
    assertThatIllegalStateException()
        .isThrownBy(X::item)
        .withMessage("item() needs a single number, the shape is [2, 3]");
  }

  @Test
  void slicesAndGatheredEntriesAreCopies() {
    Tensor row = X.slice(1, 2);
    assertThat(row.shape()).containsExactly(1, 3);
    assertThat(row.data()).containsExactly(4, 5, 6);
    row.data()[0] = 9;
    assertThat(X.get(1, 0)).isEqualTo(4);
    Tensor rows = X.gather(1, 0, 1);
    assertThat(rows.shape()).containsExactly(3, 3);
    assertThat(rows.data()).containsExactly(4, 5, 6, 1, 2, 3, 4, 5, 6);
    assertThat(X.slice(2, 2).size()).isZero();
    assertThat(X.slice(0, 1).data()).containsExactly(1, 2, 3);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> X.gather(0, 2))
        .withMessage("Index 2 out of bounds for length 2");
  }

  @Test
  void numbersAreAddedAndMultipliedEverywhere() {
    assertThat(X.add(1).data()).containsExactly(2, 3, 4, 5, 6, 7);
    assertThat(X.multiply(2).data()).containsExactly(2, 4, 6, 8, 10, 12);
    assertThat(X.negate().data()).containsExactly(-1, -2, -3, -4, -5, -6);
    assertThat(X.mean().item()).isEqualTo(3.5f);
  }

  @Test
  void sameSeedGivesTheSameNumbers() {
    float[] numbers = Tensor.randomNormal(new SplittableRandom(1), 50, 40).data();
    assertThat(Tensor.randomNormal(new SplittableRandom(1), 2000).data()).isEqualTo(numbers);
    double mean = Tensor.of(numbers, 2000).mean().item();
    double variance = Tensor.of(numbers, 2000).square().mean().item();
    assertThat(mean).isCloseTo(0, within(0.09)); // four standard errors, 1 / sqrt(2000)
    assertThat(variance).isCloseTo(1, within(0.13)); // four standard errors, sqrt(2 / 2000)
  }

  @Test
  void evenlyDrawnNumbersLieBetweenTheLimits() {
    float[] numbers = Tensor.randomUniform(new SplittableRandom(1), -2, 3, 1000).data();
    for (float number : numbers) {
      assertThat(number).isBetween(-2f, 3f);
    }
    assertThat(Tensor.of(numbers, 1000).mean().item()).isCloseTo(0.5f, within(0.19f));
  }

  @Test
  void rowsAreHeldAsSuchUntilTheNumbersAreAskedFor() {
    Tensor rows = Tensor.ofRows(new TableRows(new int[] {0, 2}, new float[] {1, 2, 3, 4}), 4, 2);
    assertThat(rows.size()).isEqualTo(8);
    assertThat(rows.shape()).containsExactly(4, 2);
    assertThat(rows.rows()).isPresent();
    assertThat(rows.data()).containsExactly(1, 2, 0, 0, 3, 4, 0, 0);
    assertThat(rows.data()).isSameAs(rows.data());
    assertThat(rows.rows()).isEmpty();
    Tensor none = Tensor.ofRows(new TableRows(new int[0], new float[0]), 2, 2);
    assertThat(none.sum().item()).isZero();
  }

  @Test
  void textShowsShapeAndFirstNumbers() {
    assertThat(Tensor.vector(1, 2.5)).hasToString("Tensor[2] [1.0, 2.5]");
    assertThat(Tensor.zeros(3, 3))
        .hasToString("Tensor[3, 3] [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, …]");
    assertThat(Tensor.zeros(8)).hasToString("Tensor[8] [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]");
    assertThat(Tensor.scalar(1)).hasToString("Tensor[] [1.0]");
  }
}
