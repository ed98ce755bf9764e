package manabi.plot;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import manabi.tensor.Tensor;
import tech.tablesaw.plotly.components.Figure;

/**
 * How samples are distributed: the density in equal bins that all sets share, so that they can be
 * compared with each other and with a formula.
 *
 * <p>The area below a set's outline is 1 if all its samples lie in the range. NaN and infinite
 * samples are left out; a set without any other is refused.
 */
public final class Histogram extends AxesChart<Histogram> {

  private static final int DEFAULT_BINS = 40;

  /** Names and finite samples; their x is only a count. */
  private final List<Series> sets;

  private final List<Series> curves;
  private final int bins;
  private final ValueRange range;

  private Histogram(
      Frame frame, List<Series> sets, List<Series> curves, int bins, ValueRange range) {
    super(frame);
    this.sets = List.copyOf(sets);
    this.curves = List.copyOf(curves);
    this.bins = bins;
    this.range = range;
  }

  /**
   * Returns the histogram of one set of samples in 40 bins from the smallest to the largest.
   *
   * @throws IllegalArgumentException if no sample is finite
   */
  public static Histogram of(String name, double... samples) {
    Series set = finite(name, samples, 0);
    return new Histogram(
        Frame.labelled("", "density"),
        List.of(set),
        List.of(),
        DEFAULT_BINS,
        ValueRange.of(Arrays.stream(set.y())));
  }

  /** Returns the histogram of all entries of a tensor. */
  public static Histogram of(String name, Tensor samples) {
    return of(name, doubles(samples));
  }

  /** Returns this histogram with another set, in the bins of the first. */
  public Histogram with(String name, double... samples) {
    List<Series> all = new ArrayList<>(sets);
    all.add(finite(name, samples, sets.size()));
    return new Histogram(frame, all, curves, bins, range);
  }

  /** Returns this histogram with all entries of another tensor, in the bins of the first. */
  public Histogram with(String name, Tensor samples) {
    return with(name, doubles(samples));
  }

  /** Returns this histogram with a line over it, such as the true density. */
  public Histogram curve(String name, double[] x, double[] y) {
    List<Series> all = new ArrayList<>(curves);
    all.add(new Series(name, x.clone(), y.clone(), Series.Mark.LINE, 0));
    return new Histogram(frame, sets, all, bins, range);
  }

  /**
   * Returns this histogram in other bins.
   *
   * @param count 1 to 10 000
   * @param low left edge of the first; smaller samples are not drawn
   * @param high right edge of the last; larger samples are not drawn
   */
  public Histogram bins(int count, double low, double high) {
    if (count < 1 || count > 10_000) {
      throw new IllegalArgumentException("count must be 1 to 10000, was " + count);
    }
    return new Histogram(frame, sets, curves, count, new ValueRange(low, high));
  }

  @Override
  public Figure figure() {
    return SeriesFigure.of(frame, series(), false);
  }

  @Override
  Histogram framed(Frame newFrame) {
    return new Histogram(newFrame, sets, curves, bins, range);
  }

  @Override
  void paint(Graphics2D graphics) {
    SeriesPicture.paint(graphics, frame, series(), false);
  }

  @Override
  String summary() {
    return sets.stream()
        .map(
            set ->
                "%s (%d samples, mean %s)"
                    .formatted(
                        set.name(),
                        set.y().length,
                        Text.number(Arrays.stream(set.y()).average().orElseThrow())))
        .collect(Collectors.joining(", "));
  }

  /** Returns samples in each bin / (all samples · width of a bin). */
  double[] density(int set) {
    double[] samples = sets.get(set).y();
    double[] density = new double[bins];
    for (double sample : samples) {
      double fraction = range.fraction(sample);
      if (fraction >= 0 && fraction <= 1) {
        // The last bin holds its right edge too.
        density[Math.min((int) (fraction * bins), bins - 1)] += 1;
      }
    }
    double unit = samples.length * (range.high() - range.low()) / bins;
    return Arrays.stream(density).map(count -> count / unit).toArray();
  }

  private List<Series> series() {
    List<Series> all = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      all.add(outline(i));
    }
    for (Series curve : curves) {
      all.add(new Series(curve.name(), curve.x(), curve.y(), Series.Mark.LINE, all.size()));
    }
    return all;
  }

  /** Goes up at the left edge of each bin and on to its right edge; begins and ends at 0. */
  private Series outline(int set) {
    double[] density = density(set);
    double width = (range.high() - range.low()) / bins;
    int corners = 2 * bins + 2;
    double[] x =
        IntStream.range(0, corners)
            .mapToDouble(k -> range.low() + Math.floorDiv(k, 2) * width)
            .toArray();
    double[] y = new double[corners];
    for (int k = 1; k < corners - 1; k++) {
      y[k] = density[(k - 1) / 2];
    }
    return new Series(sets.get(set).name(), x, y, Series.Mark.OUTLINE, set);
  }

  private static Series finite(String name, double[] samples, int color) {
    double[] finite = DoubleStream.of(samples).filter(Double::isFinite).toArray();
    return new Series(name, Series.count(finite.length), finite, Series.Mark.OUTLINE, color);
  }

  private static double[] doubles(Tensor tensor) {
    return IntStream.range(0, tensor.size()).mapToDouble(i -> tensor.data()[i]).toArray();
  }
}
