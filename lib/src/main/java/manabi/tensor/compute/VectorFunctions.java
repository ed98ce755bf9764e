package manabi.tensor.compute;

import jdk.incubator.vector.FloatVector;
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
}
