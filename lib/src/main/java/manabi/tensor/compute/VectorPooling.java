package manabi.tensor.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Max pooling with windows of 2 by 2, the usual ones, on vectors of channels. Each method does the
 * channels that fill whole vectors, and returns how many those are. Arguments are those of {@link
 * Kernels}.
 */
final class VectorPooling {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private VectorPooling() {}

  static int maxPool(
      int lines, int windows, int channels, float least, float[] x, float[] y, int to, float[] at) {
    int whole = SPECIES.loopBound(channels);
    int below = 2 * windows * channels;
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int window = 0; window < lines * windows; window++) {
      int corner = 2 * channels * (window + window / windows * windows);
      int out = to + window * channels;
      for (int c = 0; c < whole; c += LANES, corner += LANES) {
        FloatVector largest = FloatVector.fromArray(SPECIES, x, corner);
        FloatVector other = FloatVector.fromArray(SPECIES, x, corner + channels);
        VectorMask<Float> larger = other.compare(VectorOperators.GT, largest);
        FloatVector place = FloatVector.broadcast(SPECIES, 1).blend(2, larger);
        largest = largest.max(other); // NaN wins, to be seen
        other = FloatVector.fromArray(SPECIES, x, corner + below);
        larger = other.compare(VectorOperators.GT, largest);
        place = place.blend(3, larger);
        largest = largest.max(other);
        other = FloatVector.fromArray(SPECIES, x, corner + below + channels);
        larger = other.compare(VectorOperators.GT, largest);
        place = place.blend(4, larger);
        largest = largest.max(other);
        zero.blend(place, largest.compare(VectorOperators.GT, least)).intoArray(at, out + c);
        largest.max(least).intoArray(y, out + c);
      }
    }
    return whole;
  }

  static int unpool(
      int lines, int windows, int channels, float[] dy, float[] at, int from, float[] dx) {
    int whole = SPECIES.loopBound(channels);
    int below = 2 * windows * channels;
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int window = 0; window < lines * windows; window++) {
      int corner = 2 * channels * (window + window / windows * windows);
      int in = from + window * channels;
      for (int c = 0; c < whole; c += LANES, corner += LANES) {
        FloatVector gradient = FloatVector.fromArray(SPECIES, dy, in + c);
        FloatVector place = FloatVector.fromArray(SPECIES, at, in + c);
        zero.blend(gradient, place.compare(VectorOperators.EQ, 1)).intoArray(dx, corner);
        zero.blend(gradient, place.compare(VectorOperators.EQ, 2)).intoArray(dx, corner + channels);
        zero.blend(gradient, place.compare(VectorOperators.EQ, 3)).intoArray(dx, corner + below);
        zero.blend(gradient, place.compare(VectorOperators.EQ, 4))
            .intoArray(dx, corner + below + channels);
      }
    }
    return whole;
  }

  static int addUnpooled(
      int windows, int channels, float[] dy, float[] at, int from, float[] sums) {
    int whole = SPECIES.loopBound(channels);
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int c = 0; c < whole; c += LANES) {
      FloatVector sum = FloatVector.fromArray(SPECIES, sums, c);
      for (int window = 0; window < windows; window++) {
        int in = from + window * channels + c;
        VectorMask<Float> sent =
            FloatVector.fromArray(SPECIES, at, in).compare(VectorOperators.GT, zero);
        sum = sum.add(zero.blend(FloatVector.fromArray(SPECIES, dy, in), sent));
      }
      sum.intoArray(sums, c);
    }
    return whole;
  }
}
