package manabi.tensor.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import manabi.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LstmKernelsTest {

  /** Some units of the vectors' tangents differ by their last place. */
  private static final float TOLERANCE = 1e-6f;

  /** One unit, sizes around every length of vectors, and a second step behind the first. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 8, 15, 16, 17, 33, 64})
  void vectorsComputeWhatLoopsDo(int size) {
    Numbers loops = new Numbers(size);
    Numbers best = new Numbers(size);
    loops.thereAndBack(new LstmKernels());
    best.thereAndBack(LstmKernels.best());
    for (int i = 0; i < loops.all().length; i++) {
      assertThat(best.all()[i])
          .as("array %d", i)
          .containsExactly(loops.all()[i], within(TOLERANCE));
    }
  }

  private static final class Numbers {

    private final int size;
    private final float[][] gates = new float[4][];
    private final float[] cells;
    private final float[] squashed;
    private final float[] states;
    private final float[] dh;
    private final float[] dCells;

    Numbers(int size) {
      this.size = size;
      SplittableRandom random = new SplittableRandom(1);
      for (int i = 0; i < 4; i++) {
        gates[i] = Tensor.randomUniform(random, 0, 1, 2 * size).data();
      }
      cells = Tensor.randomNormal(random, 3 * size).data();
      squashed = new float[2 * size];
      states = new float[3 * size];
      dh = Tensor.randomNormal(random, size).data();
      dCells = Tensor.randomNormal(random, size).data();
    }

    void thereAndBack(LstmKernels kernels) {
      kernels.step(size, gates, cells, squashed, states, 0);
      kernels.step(size, gates, cells, squashed, states, size);
      kernels.stepBack(size, gates, cells, squashed, size, dh, dCells);
      kernels.stepBack(size, gates, cells, squashed, 0, dh, dCells);
    }

    float[][] all() {
      return new float[][] {
        gates[0], gates[1], gates[2], gates[3], cells, squashed, states, dh, dCells
      };
    }
  }
}
