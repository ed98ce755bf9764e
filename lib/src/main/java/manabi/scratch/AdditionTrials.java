package manabi.scratch;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The same training of {@link BinaryAddition} from several seeds: one start proves nothing.
 *
 * @param name of the setting
 * @param histories one for each seed
 */
public record AdditionTrials(String name, List<AdditionHistory> histories) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no history
   */
  public AdditionTrials {
    histories = List.copyOf(histories);
    if (histories.isEmpty()) {
      throw new IllegalArgumentException("histories must hold at least one, was empty");
    }
  }

  /**
   * One line of a table; losses and shares are ranges over the seeds.
   *
   * @param setting name of the trials
   * @param start mean loss of the first 100 iterations
   * @param middle mean loss about three tenths of the training, 3 000 of 10 000
   * @param end mean loss of the last twentieth, 500 of 10 000
   * @param exactSums share of exact sums there
   * @param overflowed how many of the seeds reached NaN
   */
  public record Row(
      String setting,
      String start,
      String middle,
      String end,
      String exactSums,
      String overflowed) {}

  /**
   * Trains from the seeds 0, 1, … and returns how it went.
   *
   * @param seeds how many, at least 1; the seed of {@code hyper} is not used
   */
  public static AdditionTrials run(
      String name, AdditionHyperparameters hyper, AdditionVariant variant, int seeds) {
    return new AdditionTrials(
        name,
        LongStream.range(0, seeds)
            .mapToObj(seed -> new BinaryAddition(hyper.withSeed(seed), variant).train())
            .toList());
  }

  /** Returns the mean of the seeds' {@link AdditionHistory#meanLosses()}. */
  public double[] curve() {
    List<List<Double>> curves = histories.stream().map(AdditionHistory::meanLosses).toList();
    return IntStream.range(0, curves.get(0).size())
        .mapToDouble(i -> curves.stream().mapToDouble(c -> c.get(i)).average().orElseThrow())
        .toArray();
  }

  /** Returns the mean loss of the first 100 iterations, over the seeds. */
  public DoubleSummaryStatistics start() {
    return over(history -> history.meanLoss(0, Math.min(100, iterations())));
  }

  /** Returns the mean loss of the hundredth part of the training about its three tenths. */
  public DoubleSummaryStatistics middle() {
    int centre = iterations() * 3 / 10;
    int half = Math.max(1, iterations() / 200);
    return over(history -> history.meanLoss(centre - half, centre + half));
  }

  /** Returns the mean loss of the last twentieth of the training. */
  public DoubleSummaryStatistics end() {
    return over(history -> history.meanLossOfLast(lastPart()));
  }

  /** Returns the share of exact sums in the last twentieth of the training. */
  public DoubleSummaryStatistics exactShare() {
    return over(history -> history.exactShareOfLast(lastPart()));
  }

  /** Returns how many of the trainings overflowed. */
  public long overflowed() {
    return histories.stream().filter(AdditionHistory::diverged).count();
  }

  /** Returns these trials as a line of a table. */
  public Row row() {
    return new Row(
        name,
        range(start(), "%.2f", 1),
        range(middle(), "%.3f", 1),
        range(end(), "%.3f", 1),
        range(exactShare(), "%.0f", 100) + " %",
        overflowed() + " of " + histories.size());
  }

  private int iterations() {
    return histories.get(0).allLosses().size();
  }

  private int lastPart() {
    return Math.max(1, iterations() / 20);
  }

  private DoubleSummaryStatistics over(ToDoubleFunction<AdditionHistory> value) {
    return histories.stream().mapToDouble(value).summaryStatistics();
  }

  private static String range(DoubleSummaryStatistics values, String format, double factor) {
    String low = String.format(Locale.ROOT, format, factor * values.getMin());
    String high = String.format(Locale.ROOT, format, factor * values.getMax());
    return low.equals(high) ? low : low + "–" + high;
  }
}
