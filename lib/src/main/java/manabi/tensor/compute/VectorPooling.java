package manabi.tensor.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Max pooling with windows of 2 by 2, the usual ones, on vectors of channels. Arguments are those
 * of {@link Kernels}.
 */
final class VectorPooling {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private VectorPooling() {}

  /** Pools the channels that fill whole vectors, and returns how many those are. */
  static int maxPool(
      int windows, int channels, float least, float[] x, float[] y, int to, float[] at) {
    int whole = SPECIES.loopBound(channels);
    int below = 2 * windows * channels;
    for (int window = 0; window < windows; window++) {
      int corner = 2 * window * channels;
      int out = to + window * channels;
      for (int c = 0; c < whole; c += LANES, corner += LANES) {
        FloatVector largest = FloatVector.fromArray(SPECIES, x, corner);
        FloatVector other = FloatVector.fromArray(SPECIES, x, corner + channels);
        VectorMask<Float> larger = other.compare(VectorOperators.GT, largest);
        FloatVector place = FloatVector.zero(SPECIES).blend(1, larger);
        largest = largest.max(other); // NaN wins, to be seen
        other = FloatVector.fromArray(SPECIES, x, corner + below);
        larger = other.compare(VectorOperators.GT, largest);
        place = place.blend(2, larger);
        largest = largest.max(other);
        other = FloatVector.fromArray(SPECIES, x, corner + below + channels);
        larger = other.compare(VectorOperators.GT, largest);
        place = place.blend(3, larger);
        largest.max(other).max(least).intoArray(y, out + c);
        place.intoArray(at, out + c);
      }
    }
    return whole;
  }

  /** Spreads the channels that fill whole vectors, and returns how many those are. */
  static int unpool(
      int windows,
      int channels,
      float least,
      float[] dy,
      float[] y,
      float[] at,
      int from,
      float[] dx) {
    int whole = SPECIES.loopBound(channels);
    int below = 2 * windows * channels;
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int window = 0; window < windows; window++) {
      int corner = 2 * window * channels;
      int in = from + window * channels;
      for (int c = 0; c < whole; c += LANES, corner += LANES) {
        FloatVector largest = FloatVector.fromArray(SPECIES, y, in + c);
        FloatVector gradient = FloatVector.fromArray(SPECIES, dy, in + c);
        gradient = zero.blend(gradient, largest.compare(VectorOperators.GT, least));
        FloatVector place = FloatVector.fromArray(SPECIES, at, in + c);
        zero.blend(gradient, place.compare(VectorOperators.EQ, 0)).intoArray(dx, corner);
        zero.blend(gradient, place.compare(VectorOperators.EQ, 1)).intoArray(dx, corner + channels);
        zero.blend(gradient, place.compare(VectorOperators.EQ, 2)).intoArray(dx, corner + below);
        zero.blend(gradient, place.compare(VectorOperators.EQ, 3))
            .intoArray(dx, corner + below + channels);
      }
    }
    return whole;
  }
}
