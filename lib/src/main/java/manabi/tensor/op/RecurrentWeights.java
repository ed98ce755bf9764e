package manabi.tensor.op;

import manabi.tensor.compute.Matrix;

/** Recurrent weights {@code [H, G H]} cut into a block {@code [H, H]} for each gate. */
final class RecurrentWeights {

  private final float[][] blocks;
  private final float[][] transposedBlocks;
  private final int hidden;

  RecurrentWeights(float[] wh, int hidden, int gates) {
    this.hidden = hidden;
    blocks = new float[gates][hidden * hidden];
    transposedBlocks = new float[gates][];
    for (int gate = 0; gate < gates; gate++) {
      for (int i = 0; i < hidden; i++) {
        int from = (i * gates + gate) * hidden;
        System.arraycopy(wh, from, blocks[gate], i * hidden, hidden);
      }
      transposedBlocks[gate] = Matrix.transpose(blocks[gate], hidden, hidden);
    }
  }

  int hidden() {
    return hidden;
  }

  int gates() {
    return blocks.length;
  }

  /** Returns the weights of a gate, {@code [H, H]}. */
  float[] block(int gate) {
    return blocks[gate];
  }

  /** Returns their transpose. */
  float[] transposedBlock(int gate) {
    return transposedBlocks[gate];
  }
}
