package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MiniBatchesTest {

  @Test
  @Tag("C2.14")
  void stepsOfTheSlideExamples() {
    assertThat(MiniBatches.stepsPerEpoch(60_000, 200)).isEqualTo(300);
    assertThat(MiniBatches.stepsPerEpoch(20_000, 32)).isEqualTo(625);
    assertThat(MiniBatches.stepsPerEpoch(101, 10)).isEqualTo(11);
    assertThat(MiniBatches.stepsPerEpoch(Integer.MAX_VALUE, 2)).isEqualTo(1 << 30);
  }

  @Test
  @Tag("C2.14")
  void anEpochShowsEverySampleOnce() {
    int[][] batches = MiniBatches.epoch(23, 5, new Random(1));
    assertThat(Arrays.stream(batches).map(b -> b.length)).containsExactly(5, 5, 5, 5, 3);
    int[] all = Arrays.stream(batches).flatMapToInt(Arrays::stream).toArray();
    assertThat(all).containsExactlyInAnyOrder(IntStream.range(0, 23).toArray());
    assertThat(all).isNotEqualTo(IntStream.range(0, 23).toArray());
    assertThat(MiniBatches.epoch(23, 5, new Random(2))[0]).isNotEqualTo(batches[0]);
  }

  @Test
  void refusesNoSamplesAndNoBatch() {
    assertThatThrownBy(() -> MiniBatches.epoch(0, 5, new Random()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("samples and batchSize must be positive, were 0 and 5");
    assertThatThrownBy(() -> MiniBatches.stepsPerEpoch(5, 0))
        .hasMessage("samples and batchSize must be positive, were 5 and 0");
  }
}
