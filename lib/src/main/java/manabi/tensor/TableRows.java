package manabi.tensor;

/**
 * The rows of a matrix that are not zero. The gradient of a table of word vectors is held like
 * this: one batch uses a few hundred of ten thousand rows, and writing and reading the zeros of the
 * others would take longer than all the rest of a step.
 *
 * @param rows their numbers, ascending
 * @param values their entries, {@code [rows.length, D]}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
public record TableRows(int[] rows, float[] values) {

  /** Returns the whole matrix {@code [V, D]}, row by row. */
  float[] toDense(int size) {
    float[] dense = new float[size];
    int d = rows.length == 0 ? 0 : values.length / rows.length;
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, i * d, dense, rows[i] * d, d);
    }
    return dense;
  }
}
