package manabi.tensor.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Functions of a vector of numbers. */
final class VectorFunctions {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private VectorFunctions() {}

  /**
   * sigmoid(x) = (1 + tanh(x / 2)) / 2, good to 2e-7; it never comes nearer to 0 and 1 than 1e-7.
   */
  static FloatVector sigmoid(FloatVector x) {
    return tanh(x.mul(0.5f)).mul(0.5f).add(0.5f);
  }

  /**
   * A rational minimax approximation x P(x^2) / Q(x^2), good to a few units in the last place;
   * beyond 7.9 it stays where it is, 3e-7 short of 1. NaN stays NaN.
   */
  static FloatVector tanh(FloatVector x) {
    FloatVector bounded = x.max(-7.90531110763549805f).min(7.90531110763549805f);
    FloatVector square = bounded.mul(bounded);
    FloatVector p = FloatVector.broadcast(SPECIES, -2.76076847742355e-16f);
    p = p.fma(square, FloatVector.broadcast(SPECIES, 2.00018790482477e-13f));
    p = p.fma(square, FloatVector.broadcast(SPECIES, -8.60467152213735e-11f));
    p = p.fma(square, FloatVector.broadcast(SPECIES, 5.12229709037114e-08f));
    p = p.fma(square, FloatVector.broadcast(SPECIES, 1.48572235717979e-05f));
    p = p.fma(square, FloatVector.broadcast(SPECIES, 6.37261928875436e-04f));
    p = p.fma(square, FloatVector.broadcast(SPECIES, 4.89352455891786e-03f));
    FloatVector q = FloatVector.broadcast(SPECIES, 1.19825839466702e-06f);
    q = q.fma(square, FloatVector.broadcast(SPECIES, 1.18534705686654e-04f));
    q = q.fma(square, FloatVector.broadcast(SPECIES, 2.26843463243900e-03f));
    q = q.fma(square, FloatVector.broadcast(SPECIES, 4.89352518554385e-03f));
    return bounded.mul(p).div(q);
  }

  /**
   * {@code exp(x) = 2^n exp(r)} with whole n and |r| below ln 2 / 2, where a polynomial is good to
   * 2e-7 of the value. Below -86 it is 0. NaN stays NaN.
   */
  static FloatVector exp(FloatVector x) {
    FloatVector bounded = x.max(-86f).min(89f);
    // Adding 1.5 2^23 leaves no bits for a fraction: the sum's last bits are the whole number n.
    FloatVector shifted = bounded.mul(1.44269504f).add(12582912f);
    FloatVector n = shifted.sub(12582912f);
    FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -0.693359375f), bounded);
    r = n.fma(FloatVector.broadcast(SPECIES, 2.12194440e-4f), r); // ln 2 in two parts
    FloatVector p = FloatVector.broadcast(SPECIES, 1.9875691500e-4f);
    p = p.fma(r, FloatVector.broadcast(SPECIES, 1.3981999507e-3f));
    p = p.fma(r, FloatVector.broadcast(SPECIES, 8.3334519073e-3f));
    p = p.fma(r, FloatVector.broadcast(SPECIES, 4.1665795894e-2f));
    p = p.fma(r, FloatVector.broadcast(SPECIES, 1.6666665459e-1f));
    p = p.fma(r, FloatVector.broadcast(SPECIES, 5.0000001201e-1f));
    p = p.fma(r.mul(r), r).add(1f);
    // 2^(n-1) by its exponent bits, then twice: n reaches 128, one more than an exponent can say.
    FloatVector half =
        shifted
            .reinterpretAsInts()
            .lanewise(VectorOperators.LSHL, 23)
            .add(126 << 23)
            .reinterpretAsFloats();
    FloatVector y = p.mul(half).mul(2f);
    return y.blend(0f, x.compare(VectorOperators.LT, -86f));
  }
}
