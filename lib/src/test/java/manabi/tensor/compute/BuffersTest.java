package manabi.tensor.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuffersTest {

  @Test
  void withoutBuffersEveryArrayIsNew() {
    float[] first = Buffers.take(3);
    assertThat(Buffers.take(3)).isNotSameAs(first).containsOnly(0);
  }

  @Test
  void nextUseGetsTheSameArraysAndNoneTwice() {
    Buffers buffers = new Buffers();
    List<float[]> first = taken(buffers, 3, 3, 5);
    List<float[]> second = taken(buffers, 5, 3, 3);
    assertThat(first.get(0)).isNotSameAs(first.get(1));
    assertThat(second.get(0)).isSameAs(first.get(2));
    assertThat(List.of(second.get(1), second.get(2)))
        .usingElementComparator((a, b) -> a == b ? 0 : 1)
        .containsExactlyInAnyOrder(first.get(0), first.get(1));
  }

  @Test
  void whatAUseDoesNotNeedIsDropped() {
    Buffers buffers = new Buffers();
    float[] dropped = taken(buffers, 7).get(0);
    taken(buffers, 8);
    assertThat(taken(buffers, 7).get(0)).isNotSameAs(dropped);
  }

  private static List<float[]> taken(Buffers buffers, int... sizes) {
    List<float[]> taken = new ArrayList<>();
    buffers.during(
        () -> {
          for (int size : sizes) {
            taken.add(Buffers.take(size));
          }
        });
    return taken;
  }

  @Test
  void zerosAndCopiesAreWrittenAnew() {
    Buffers buffers = new Buffers();
    for (int use = 0; use < 2; use++) {
      buffers.during(
          () -> {
            float[] zeros = Buffers.zeros(4);
            assertThat(zeros).containsOnly(0);
            float[] copy = Buffers.copy(new float[] {1, 2, 3, 4});
            assertThat(copy).containsExactly(1, 2, 3, 4);
            for (float[] shares : Buffers.zeros(2, 4)) {
              assertThat(shares).containsOnly(0);
              shares[0] = 9;
            }
            zeros[1] = 9;
            copy[2] = 9;
          });
    }
  }

  @Test
  void otherThreadsAreNotConcerned() throws InterruptedException {
    Buffers buffers = new Buffers();
    float[][] there = new float[2][];
    for (int i = 0; i < 2; i++) {
      int use = i;
      Thread other = new Thread(() -> there[use] = Buffers.take(3));
      buffers.during(other::start);
      other.join();
    }
    assertThat(there[1]).isNotSameAs(there[0]);
  }

  @Test
  void aUseWithinAUseIsRefusedAndAFailureEndsIt() {
    Buffers buffers = new Buffers();
    assertThatIllegalStateException()
        .isThrownBy(() -> buffers.during(() -> new Buffers().during(() -> {})))
        .withMessage("buffers are in use on this thread already");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(
            () ->
                buffers.during(
                    () -> {
                      throw new ArithmeticException();
                    }));
    assertThat(taken(buffers, 3)).hasSize(1);
  }
}
