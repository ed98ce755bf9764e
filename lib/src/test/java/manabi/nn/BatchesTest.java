package manabi.nn;

import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;

import manabi.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {

  /** The last one is shared between threads. */
  @ParameterizedTest
  @CsvSource({"3, 1", "7, 5", "301, 131"})
  void gathersTheSamplesInTheirOrder(int samples, int numbers) {
    Tensor data = random(1, samples + 2, numbers);
    int[] order = new int[samples + 2];
    for (int i = 0; i < order.length; i++) {
      order[i] = (i * 2 + 1) % order.length;
    }
    Tensor batch = Batches.gather(data, order, 2, samples + 2);
    assertThat(batch.shape()).containsExactly(samples, numbers);
    for (int i = 0; i < samples; i++) {
      assertThat(batch.slice(i, i + 1).data())
          .isEqualTo(data.slice(order[i + 2], order[i + 2] + 1).data());
    }
  }
}
