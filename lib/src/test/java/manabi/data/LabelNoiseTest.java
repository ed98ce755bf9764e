package manabi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LabelNoiseTest {

  private static final int N = 10_000;

  private final Tensor labels = Tensor.of(new float[N], N); // all of class 0

  @Test
  @Tag("C1.2")
  @Tag("E1")
  void thatShareOfTheLabelsIsWrong() {
    for (double share : new double[] {0, 0.2, 0.4, 1}) {
      float[] noisy = LabelNoise.flip(labels, 10, share, 1).data();
      long wrong = IntStream.range(0, N).filter(i -> noisy[i] != 0).count();
      assertThat(wrong).isEqualTo(Math.round(share * N));
    }
    assertThat(labels.data()).containsOnly(0);
  }

  @Test
  void wrongLabelsAreAllOtherClassesEquallyOften() {
    float[] noisy = LabelNoise.flip(Tensor.ones(N).multiply(2), 4, 1, 1).data();
    int[] counts = new int[4];
    for (float label : noisy) {
      counts[(int) label]++;
    }
    assertThat(counts[2]).isZero();
    // A third of 10 000 each; five standard deviations are 236.
    for (int other : new int[] {0, 1, 3}) {
      assertThat(counts[other]).isBetween(3_097, 3_570);
    }
  }

  @Test
  void seedChoosesWhich() {
    assertThat(LabelNoise.flip(labels, 10, 0.5, 1).data())
        .isEqualTo(LabelNoise.flip(labels, 10, 0.5, 1).data())
        .isNotEqualTo(LabelNoise.flip(labels, 10, 0.5, 2).data());
  }

  @Test
  void refusesSharesAndClassesOutsideTheirRange() {
    assertThatThrownBy(() -> LabelNoise.flip(labels, 10, 1.5, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("share must be in [0, 1] and classes 2 or more, were 1.5 and 10");
    assertThatThrownBy(() -> LabelNoise.flip(labels, 1, 0.5, 1))
        .hasMessage("share must be in [0, 1] and classes 2 or more, were 0.5 and 1");
  }
}
