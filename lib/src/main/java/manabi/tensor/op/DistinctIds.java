package manabi.tensor.op;

import manabi.tensor.Shapes;
import manabi.tensor.Tensor;

/**
 * The different ids in a batch of sequences.
 *
 * @param ids each id once, ascending, {@code [1, U]}
 * @param places where each step of the batch finds its id
 */
public record DistinctIds(Tensor ids, SequenceRows places) {

  /**
   * Returns the different ids of a batch.
   *
   * @param batch {@code [N, T]}
   * @param vocabularySize V
   * @throws IllegalArgumentException naming the first that is no whole number from 0 to V - 1
   */
  public static DistinctIds of(Tensor batch, int vocabularySize) {
    Shapes.check("ids", "[N, T]", batch, -1, -1);
    EmbeddingLookup.requireIds(batch, vocabularySize);
    boolean[] used = new boolean[vocabularySize];
    int count = 0;
    for (float id : batch.data()) {
      count += used[(int) id] ? 0 : 1;
      used[(int) id] = true;
    }
    Tensor ids = Tensor.zeros(1, count);
    int[] placeOf = new int[vocabularySize];
    int next = 0;
    for (int id = 0; id < vocabularySize; id++) {
      if (used[id]) {
        ids.data()[next] = id;
        placeOf[id] = next++;
      }
    }
    int[] rows = new int[batch.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = placeOf[(int) batch.data()[i]];
    }
    return new DistinctIds(ids, new SequenceRows(batch.dim(0), batch.dim(1), rows, false));
  }
}
