package manabi.tensor.op;

/**
 * Which vector stands at which step of a batch of sequences: the vectors are the rows of a matrix,
 * and words that come again share one. A recurrent layer multiplies that matrix with its weights,
 * so that the product is computed once for each word of the batch, not once for each step.
 *
 * @param sequences N
 * @param steps T
 * @param rows for every step of every sequence, {@code [N, T]}, the number of its row
 * @param reversed whether the sequences are read from their end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
public record SequenceRows(int sequences, int steps, int[] rows, boolean reversed) {

  /** Returns sequences whose {@code N T} vectors are all there, one after the other. */
  public static SequenceRows inOrder(int sequences, int steps) {
    int[] rows = new int[sequences * steps];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
    }
    return new SequenceRows(sequences, steps, rows, false);
  }

  /** Returns the same sequences, read from the other end. */
  public SequenceRows reverse() {
    return new SequenceRows(sequences, steps, rows, !reversed);
  }

  /** Returns which step of a sequence is read as number {@code t}, from 0. */
  int step(int t) {
    return reversed ? steps - 1 - t : t;
  }

  /** Returns the row of the step that is read as number {@code t}. */
  int row(int sequence, int t) {
    return rows[sequence * steps + step(t)];
  }
}
