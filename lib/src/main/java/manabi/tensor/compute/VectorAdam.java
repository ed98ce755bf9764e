package manabi.tensor.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link AdamKernels} on vector registers; numbers beyond whole vectors are left to its loops. */
final class VectorAdam extends AdamKernels {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  @Override
  public void update(
      Step step, float[] w, float[] v, float[] s, int at, float[] g, int gAt, int length) {
    int whole = SPECIES.loopBound(length);
    float keepV = step.beta1();
    float keepS = step.beta2();
    float rate = step.rate();
    float correction = step.rootCorrection();
    float epsilon = step.epsilon();
    for (int i = 0; i < whole; i += LANES) {
      FloatVector gi = FloatVector.fromArray(SPECIES, g, gAt + i);
      FloatVector vi = FloatVector.fromArray(SPECIES, v, at + i);
      FloatVector si = FloatVector.fromArray(SPECIES, s, at + i);
      FloatVector wi = FloatVector.fromArray(SPECIES, w, at + i);
      vi = vi.mul(keepV).add(gi.mul(1 - keepV));
      si = si.mul(keepS).add(gi.mul(1 - keepS).mul(gi));
      FloatVector root = si.lanewise(VectorOperators.SQRT).mul(correction).add(epsilon);
      vi.intoArray(v, at + i);
      si.intoArray(s, at + i);
      wi.sub(vi.mul(rate).div(root)).intoArray(w, at + i);
    }
    super.update(step, w, v, s, at + whole, g, gAt + whole, length - whole);
  }

  @Override
  public void coast(Step step, float[] w, float[] v, float[] s, int at, int length) {
    int whole = SPECIES.loopBound(length);
    float keepV = step.beta1();
    float keepS = step.beta2();
    float rate = step.rate();
    float correction = step.rootCorrection();
    float epsilon = step.epsilon();
    for (int i = at; i < at + whole; i += LANES) {
      FloatVector vi = FloatVector.fromArray(SPECIES, v, i).mul(keepV);
      FloatVector si = FloatVector.fromArray(SPECIES, s, i).mul(keepS);
      FloatVector wi = FloatVector.fromArray(SPECIES, w, i);
      FloatVector root = si.lanewise(VectorOperators.SQRT).mul(correction).add(epsilon);
      vi.intoArray(v, i);
      si.intoArray(s, i);
      wi.sub(vi.mul(rate).div(root)).intoArray(w, i);
    }
    super.coast(step, w, v, s, at + whole, length - whole);
  }
}
