package manabi.scratch;

/**
 * Turns word ids into one-hot rows: 1 at the id, 0 elsewhere.
 *
 * <p>Slides: "word2vec 実装", convert_one_hot.
 */
public final class OneHot {

  private OneHot() {}

  /**
   * Returns one row for each id, {@code [N, V]}.
   *
   * @param ids {@code [N]}, each in 0..V - 1
   * @param vocabularySize {@code V}
   * @throws IllegalArgumentException if an id is outside the vocabulary
   */
  public static double[][] encode(int[] ids, int vocabularySize) {
    double[][] rows = new double[ids.length][vocabularySize];
    for (int n = 0; n < ids.length; n++) {
      if (ids[n] < 0 || ids[n] >= vocabularySize) {
        throw new IllegalArgumentException(
            "ids must be in 0..%d, was %d at %d".formatted(vocabularySize - 1, ids[n], n));
      }
      rows[n][ids[n]] = 1;
    }
    return rows;
  }

  /**
   * Returns one matrix for each row of ids, {@code [N, C, V]}.
   *
   * @param ids {@code [N, C]}, such as the contexts of N targets, each in 0..V - 1
   * @param vocabularySize {@code V}
   * @throws IllegalArgumentException if an id is outside the vocabulary
   */
  public static double[][][] encode(int[][] ids, int vocabularySize) {
    double[][][] matrices = new double[ids.length][][];
    for (int n = 0; n < ids.length; n++) {
      matrices[n] = encode(ids[n], vocabularySize);
    }
    return matrices;
  }
}
