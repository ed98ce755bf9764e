package manabi.data;

import java.util.Arrays;
import java.util.List;
import manabi.tensor.Tensor;

/**
 * Sequences of word numbers, of different lengths, and the class of each.
 *
 * @param sequences N sequences; the arrays are not copied
 * @param labels {@code [N]}, class numbers from 0
 */
public record LabelledSequences(List<int[]> sequences, Tensor labels) {

  /**
   * Checks that there is one label for each sequence.
   *
   * @throws DataException if there are no sequences or the labels are not {@code [N]}
   */
  public LabelledSequences {
    sequences = List.copyOf(sequences);
    if (sequences.isEmpty()) {
      throw new DataException("sequences must not be empty");
    }
    if (labels.rank() != 1 || labels.dim(0) != sequences.size()) {
      throw new DataException(
          "labels must be [%d], were %s"
              .formatted(sequences.size(), Arrays.toString(labels.shape())));
    }
  }

  /** Returns the number of sequences. */
  public int size() {
    return sequences.size();
  }

  /** Returns the mean number of words in a sequence. */
  public double meanLength() {
    return sequences.stream().mapToInt(sequence -> sequence.length).average().orElseThrow();
  }

  /**
   * Returns the first {@code count} sequences with their labels.
   *
   * @throws IllegalArgumentException if there are not so many, or {@code count} is less than 1
   */
  public LabelledSequences take(int count) {
    if (count < 1 || count > size()) {
      throw new IllegalArgumentException("count must be 1 to " + size() + ", was " + count);
    }
    return new LabelledSequences(
        sequences.subList(0, count), Tensor.of(Arrays.copyOf(labels.data(), count), count));
  }
}
