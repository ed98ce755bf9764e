package manabi.tensor.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DistinctIdsTest {

  @Test
  void everyIdStandsOnceAndEveryStepFindsIt() {
    Tensor batch = Tensor.matrix(new double[][] {{4, 0, 4}, {1, 4, 6}});
    DistinctIds distinct = DistinctIds.of(batch, 7);
    assertThat(distinct.ids().shape()).containsExactly(1, 4);
    assertThat(distinct.ids().data()).containsExactly(0, 1, 4, 6);
    assertThat(distinct.places().rows()).containsExactly(2, 0, 2, 1, 2, 3);
    assertThat(distinct.places().sequences()).isEqualTo(2);
    assertThat(distinct.places().steps()).isEqualTo(3);
    assertThat(distinct.places().reversed()).isFalse();
  }

  @Test
  void idsThatAreNoneAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DistinctIds.of(Tensor.matrix(new double[] {0, 7}), 7))
        .withMessage("ids must be whole numbers from 0 to 6, the id at [0, 1] was 7.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DistinctIds.of(Tensor.vector(1, 2), 7))
        .withMessage("ids must be [N, T], was [2]");
  }
}
