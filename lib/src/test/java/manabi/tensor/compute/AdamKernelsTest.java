package manabi.tensor.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import manabi.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamKernelsTest {

  /** The same bits, so that a table's rows may be changed one by one or all together. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 8, 15, 16, 17, 33, 64})
  void vectorsComputeTheBitsThatLoopsDo(int length) {
    assertThat(afterSteps(AdamKernels.best(), length))
        .isDeepEqualTo(afterSteps(new AdamKernels(), length));
  }

  /** Returns w, v and s after a step with a gradient and two without, some places into arrays. */
  private static float[][] afterSteps(AdamKernels kernels, int length) {
    SplittableRandom random = new SplittableRandom(length);
    float[] w = Tensor.randomNormal(random, length + 5).data();
    float[] v = Tensor.randomNormal(random, length + 5).data();
    float[] s = Tensor.randomUniform(random, 0, 1, length + 5).data();
    float[] g = Tensor.randomNormal(random, length + 2).data();
    AdamKernels.Step step = new AdamKernels.Step(0.9f, 0.999f, 0.01f, 1.5f, 1e-7f);
    kernels.update(step, w, v, s, 3, g, 2, length);
    kernels.coast(step, w, v, s, 3, length);
    kernels.coast(step, w, v, s, 3, length);
    return new float[][] {w, v, s};
  }
}
