package manabi.tensor.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** {@link SoftmaxKernels} on vector registers, where rows are whole vectors. */
final class VectorSoftmax extends SoftmaxKernels {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** Lanes turned by so many places. */
  private static final VectorShuffle<Float> BY1 = VectorShuffle.iota(SPECIES, 1, 1, true);

  private static final VectorShuffle<Float> BY2 = VectorShuffle.iota(SPECIES, 2, 1, true);
  private static final VectorShuffle<Float> BY4 = VectorShuffle.iota(SPECIES, 4, 1, true);
  private static final VectorShuffle<Float> BY8 = VectorShuffle.iota(SPECIES, 8, 1, true);

  @Override
  public void normalize(float[] scores, int offset, int rows, int width) {
    if (width % LANES != 0) {
      super.normalize(scores, offset, rows, width);
      return;
    }
    for (int row = offset; row < offset + rows * width; row += width) {
      float max = max(scores, row, row + width);
      // A row of minus infinities: less 0 they become zeros, and zeros they stay.
      float sum = exp(scores, row, row + width, max == Float.NEGATIVE_INFINITY ? 0 : max);
      multiply(scores, row, row + width, sum == 0 ? 0 : 1 / sum);
    }
  }

  private static float max(float[] scores, int from, int to) {
    FloatVector max = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
    for (int i = from; i < to; i += LANES) {
      max = max.max(FloatVector.fromArray(SPECIES, scores, i));
    }
    return max.reduceLanes(VectorOperators.MAX);
  }

  /** Replaces numbers by exp(x - max) and returns their sum. */
  private static float exp(float[] scores, int from, int to, float max) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = from; i < to; i += LANES) {
      FloatVector e = VectorFunctions.exp(FloatVector.fromArray(SPECIES, scores, i).sub(max));
      e.intoArray(scores, i);
      sum = sum.add(e);
    }
    return addLanes(sum);
  }

  /**
   * Returns the sum of the lanes, by halves. {@code reduceLanes} adds them in another order when it
   * is compiled than when it is interpreted (on Java 25, 16 lanes), which gives other bits.
   */
  private static float addLanes(FloatVector vector) {
    FloatVector sums = vector;
    if (LANES > 8) {
      sums = sums.add(sums.rearrange(BY8));
    }
    if (LANES > 4) {
      sums = sums.add(sums.rearrange(BY4));
    }
    if (LANES > 2) {
      sums = sums.add(sums.rearrange(BY2));
    }
    return sums.add(sums.rearrange(BY1)).lane(0);
  }

  private static void multiply(float[] scores, int from, int to, float factor) {
    for (int i = from; i < to; i += LANES) {
      FloatVector.fromArray(SPECIES, scores, i).mul(factor).intoArray(scores, i);
    }
  }

  @Override
  public void backward(float[] p, int offset, float[] dp, int rows, int width, float factor) {
    if (width % LANES != 0) {
      super.backward(p, offset, dp, rows, width, factor);
      return;
    }
    for (int row = 0; row < rows * width; row += width) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int i = row; i < row + width; i += LANES) {
        FloatVector weight = FloatVector.fromArray(SPECIES, p, offset + i);
        sum = weight.fma(FloatVector.fromArray(SPECIES, dp, i), sum);
      }
      float mean = addLanes(sum);
      for (int i = row; i < row + width; i += LANES) {
        FloatVector weight = FloatVector.fromArray(SPECIES, p, offset + i).mul(factor);
        weight.mul(FloatVector.fromArray(SPECIES, dp, i).sub(mean)).intoArray(dp, i);
      }
    }
  }
}
