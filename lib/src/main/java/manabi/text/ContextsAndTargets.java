package manabi.text;

import java.util.stream.IntStream;
import manabi.tensor.Tensor;

/**
 * What CBOW learns from: words, and the words around each.
 *
 * @param contexts numbers of the words around, from left to right, {@code [N, 2 windowSize]}
 * @param targets numbers of the words in the middle, {@code [N]}
 */
public record ContextsAndTargets(Tensor contexts, Tensor targets) {

  /** Returns the contexts as whole numbers, one row for each target. */
  public int[][] contextIds() {
    return IntStream.range(0, contexts.dim(0))
        .mapToObj(n -> integers(contexts.slice(n, n + 1)))
        .toArray(int[][]::new);
  }

  /** Returns the targets as whole numbers. */
  public int[] targetIds() {
    return integers(targets);
  }

  private static int[] integers(Tensor ids) {
    return IntStream.range(0, ids.size()).map(i -> Math.round(ids.data()[i])).toArray();
  }
}
