package manabi.text;

import java.util.List;
import manabi.tensor.Tensor;

/**
 * Sequences of different lengths in one tensor.
 *
 * <p>Slides: 9.5 (9/13), {@code pad_sequences}.
 */
public final class Padding {

  private Padding() {}

  /**
   * Returns the sequences, each brought to {@code maxLength}: a shorter one begins with zeros, of a
   * longer one the end is kept.
   *
   * <p>{@code [1, 2, 3]} becomes {@code [0, 0, 1, 2, 3]} and {@code [1, …, 7]} becomes {@code [3,
   * 4, 5, 6, 7]}.
   *
   * @return {@code [N, maxLength]}
   * @throws IllegalArgumentException if there are no sequences or {@code maxLength} is less than 1
   */
  public static Tensor padSequences(List<int[]> sequences, int maxLength) {
    if (sequences.isEmpty()) {
      throw new IllegalArgumentException("sequences must not be empty");
    }
    if (maxLength < 1) {
      throw new IllegalArgumentException("maxLength must be 1 or more, was " + maxLength);
    }
    Tensor padded = Tensor.zeros(sequences.size(), maxLength);
    float[] data = padded.data();
    for (int n = 0; n < sequences.size(); n++) {
      int[] sequence = sequences.get(n);
      int kept = Math.min(sequence.length, maxLength);
      int target = (n + 1) * maxLength - kept;
      for (int i = 0; i < kept; i++) {
        data[target + i] = sequence[sequence.length - kept + i];
      }
    }
    return padded;
  }
}
