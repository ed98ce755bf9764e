package manabi.text;

import java.util.Arrays;
import manabi.tensor.Tensor;

/**
 * Word numbers as vectors with a single one.
 *
 * <p>Slides: word2vec, {@code convert_one_hot}.
 */
public final class OneHot {

  private OneHot() {}

  /**
   * Returns a tensor with one more axis, in which the place of each number is 1 and all others are
   * 0: {@code [N]} becomes {@code [N, V]}, contexts {@code [N, 2w]} become {@code [N, 2w, V]}.
   *
   * @param ids whole numbers, 0 to {@code vocabularySize - 1}, of any shape
   * @throws IllegalArgumentException if a number is not whole or out of that range
   */
  public static Tensor of(Tensor ids, int vocabularySize) {
    int[] shape = Arrays.copyOf(ids.shape(), ids.rank() + 1);
    shape[ids.rank()] = vocabularySize;
    Tensor result = Tensor.zeros(shape);
    float[] numbers = ids.data();
    for (int i = 0; i < numbers.length; i++) {
      int id = (int) numbers[i];
      if (id != numbers[i] || id < 0 || id >= vocabularySize) {
        throw new IllegalArgumentException(
            "ids must be whole numbers 0 to "
                + (vocabularySize - 1)
                + ", number "
                + i
                + " was "
                + numbers[i]);
      }
      result.data()[i * vocabularySize + id] = 1;
    }
    return result;
  }
}
