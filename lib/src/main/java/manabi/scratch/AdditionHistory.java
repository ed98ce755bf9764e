package manabi.scratch;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How a training of {@link BinaryAddition} went.
 *
 * @param reportEvery how many iterations lie between two reports
 * @param allLosses loss of every iteration's pair, before its update; NaN once the weights have
 *     overflowed
 * @param allExact whether every bit of the iteration's sum was right
 */
public record AdditionHistory(int reportEvery, List<Double> allLosses, List<Boolean> allExact) {

  /** Copies the lists. */
  public AdditionHistory {
    allLosses = List.copyOf(allLosses);
    allExact = List.copyOf(allExact);
  }

  /** Returns the iterations that were reported, 0 first: the lecture's horizontal axis. */
  public List<Integer> iterations() {
    return IntStream.range(0, allLosses.size()).filter(i -> i % reportEvery == 0).boxed().toList();
  }

  /**
   * Returns the loss of each reported iteration: the lecture's plot.
   *
   * <p>Each is the loss of that one pair, not a mean over the iterations since the last report.
   */
  public List<Double> losses() {
    return iterations().stream().map(allLosses::get).toList();
  }

  /**
   * Returns the mean loss of the iterations {@code from} to {@code to - 1}.
   *
   * @throws IllegalArgumentException if the range is empty or leaves the training
   */
  public double meanLoss(int from, int to) {
    return slice(allLosses, from, to).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  /**
   * Returns which part of the sums of iterations {@code from} to {@code to - 1} was exact, in [0,
   * 1].
   *
   * @throws IllegalArgumentException if the range is empty or leaves the training
   */
  public double exactShare(int from, int to) {
    List<Boolean> exact = slice(allExact, from, to);
    return (double) exact.stream().filter(Boolean::booleanValue).count() / exact.size();
  }

  /** Returns the mean loss of the last {@code count} iterations; see {@link #meanLoss}. */
  public double meanLossOfLast(int count) {
    return meanLoss(allLosses.size() - count, allLosses.size());
  }

  /** Returns the exact part of the last {@code count} sums; see {@link #exactShare}. */
  public double exactShareOfLast(int count) {
    return exactShare(allExact.size() - count, allExact.size());
  }

  /**
   * Returns the mean loss of each {@code reportEvery} iterations: a smoother curve than {@link
   * #losses()}, for comparisons. NaN where a loss was NaN.
   */
  public List<Double> meanLosses() {
    return iterations().stream()
        .map(i -> meanLoss(i, Math.min(i + reportEvery, allLosses.size())))
        .toList();
  }

  /** Returns the first iteration whose loss was NaN, empty if there was none. */
  public OptionalInt divergedAt() {
    return IntStream.range(0, allLosses.size()).filter(i -> allLosses.get(i).isNaN()).findFirst();
  }

  /** Returns whether the weights overflowed, so that losses became NaN. */
  public boolean diverged() {
    return divergedAt().isPresent();
  }

  private static <T> List<T> slice(List<T> list, int from, int to) {
    if (from < 0 || from >= to || to > list.size()) {
      throw new IllegalArgumentException(
          "iterations must be a range in 0 to %d, were %d to %d".formatted(list.size(), from, to));
    }
    return list.subList(from, to);
  }
}
