package manabi.tensor.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link LstmKernels} on vector registers; units beyond whole vectors are left to its loops. */
final class VectorLstm extends LstmKernels {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  @Override
  public void step(
      int size, float[][] gates, float[] cells, float[] squashed, float[] states, int at) {
    float[] ins = gates[0];
    float[] forgets = gates[1];
    float[] candidates = gates[2];
    float[] outs = gates[3];
    int whole = SPECIES.loopBound(size);
    for (int i = at; i < at + whole; i += LANES) {
      FloatVector in = FloatVector.fromArray(SPECIES, ins, i);
      FloatVector forget = FloatVector.fromArray(SPECIES, forgets, i);
      FloatVector candidate = FloatVector.fromArray(SPECIES, candidates, i);
      FloatVector out = FloatVector.fromArray(SPECIES, outs, i);
      FloatVector cell = FloatVector.fromArray(SPECIES, cells, i);
      cell = forget.fma(cell, in.mul(candidate));
      FloatVector tanh = VectorFunctions.tanh(cell);
      cell.intoArray(cells, size + i);
      tanh.intoArray(squashed, i);
      out.mul(tanh).intoArray(states, size + i);
    }
    step(whole, size, gates, cells, squashed, states, at);
  }

  @Override
  public void stepBack(
      int size,
      float[][] gates,
      float[] cells,
      float[] squashed,
      int at,
      float[] dh,
      float[] dCells) {
    float[] ins = gates[0];
    float[] forgets = gates[1];
    float[] candidates = gates[2];
    float[] outs = gates[3];
    int whole = SPECIES.loopBound(size);
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    for (int k = 0; k < whole; k += LANES) {
      FloatVector in = FloatVector.fromArray(SPECIES, ins, at + k);
      FloatVector forget = FloatVector.fromArray(SPECIES, forgets, at + k);
      FloatVector candidate = FloatVector.fromArray(SPECIES, candidates, at + k);
      FloatVector out = FloatVector.fromArray(SPECIES, outs, at + k);
      FloatVector tanh = FloatVector.fromArray(SPECIES, squashed, at + k);
      FloatVector cell = FloatVector.fromArray(SPECIES, cells, at + k);
      FloatVector dState = FloatVector.fromArray(SPECIES, dh, k);
      FloatVector dCell = FloatVector.fromArray(SPECIES, dCells, k);
      dCell = dState.mul(out).fma(one.sub(tanh.mul(tanh)), dCell); // tanh' = 1 - tanh^2
      dCell.mul(forget).intoArray(dCells, k);
      // sigmoid' = s (1 - s)
      dCell.mul(candidate).mul(in).mul(one.sub(in)).intoArray(ins, at + k);
      dCell.mul(cell).mul(forget).mul(one.sub(forget)).intoArray(forgets, at + k);
      FloatVector slope = one.sub(candidate.mul(candidate));
      dCell.mul(in).mul(slope).intoArray(candidates, at + k);
      dState.mul(tanh).mul(out).mul(one.sub(out)).intoArray(outs, at + k);
    }
    stepBack(whole, size, gates, cells, squashed, at, dh, dCells);
  }
}
