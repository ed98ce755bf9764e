package manabi.tensor.op;

import manabi.tensor.compute.Panels;

/** Recurrent weights {@code [H, G H]} cut into a block {@code [H, H]} for each gate. */
final class RecurrentWeights {

  private final int hidden;
  private final Panels[] blocks;
  private final Panels[] transposedBlocks;

  RecurrentWeights(float[] wh, int hidden, int gates) {
    this.hidden = hidden;
    blocks = new Panels[gates];
    transposedBlocks = new Panels[gates];
    int width = gates * hidden;
    for (int gate = 0; gate < gates; gate++) {
      blocks[gate] = Panels.of(hidden, hidden, wh, gate * hidden, width, 1);
      transposedBlocks[gate] = Panels.of(hidden, hidden, wh, gate * hidden, 1, width);
    }
  }

  int hidden() {
    return hidden;
  }

  int gates() {
    return blocks.length;
  }

  /** Returns the weights of a gate, {@code [H, H]}. */
  Panels block(int gate) {
    return blocks[gate];
  }

  /** Returns their transpose. */
  Panels transposedBlock(int gate) {
    return transposedBlocks[gate];
  }
}
