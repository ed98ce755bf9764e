package manabi.metrics;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import manabi.tensor.Tensor;

/** How often each class was taken for each other: rows are labels, columns predictions. */
public final class ConfusionMatrix {

  /**
   * A class that was taken for another.
   *
   * @param label the class it was
   * @param prediction the class it was taken for
   * @param count how often
   */
  public record Mistake(String label, String prediction, int count) {}

  private final List<String> classNames;
  private final int[][] counts;

  private ConfusionMatrix(List<String> classNames, int[][] counts) {
    this.classNames = classNames;
    this.counts = counts;
  }

  /**
   * Returns the matrix of some predictions.
   *
   * @param labels class numbers, {@code [N]} or {@code [N, 1]}
   * @param predictions probabilities or logits, {@code [N, K]}
   * @param classNames K names
   * @throws IllegalArgumentException if the shapes do not fit, a label is not 0 to K - 1, or a
   *     prediction is NaN
   */
  public static ConfusionMatrix of(Tensor labels, Tensor predictions, List<String> classNames) {
    int[] predicted = Predictions.classes(predictions);
    int classes = predictions.dim(1);
    if (classNames.size() != classes) {
      throw new IllegalArgumentException(
          "classNames must be " + classes + " names, were " + classNames.size());
    }
    int[] actual = Predictions.checkedLabels(labels, predicted.length, classes);
    int[][] counts = new int[classes][classes];
    for (int n = 0; n < actual.length; n++) {
      counts[actual[n]][predicted[n]]++;
    }
    return new ConfusionMatrix(List.copyOf(classNames), counts);
  }

  /** Returns the names of the classes. */
  public List<String> classNames() {
    return classNames;
  }

  /**
   * Returns how often {@code label} was taken for {@code prediction}.
   *
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public int count(int label, int prediction) {
    return counts[label][prediction];
  }

  /** Returns all counts, {@code [K, K]}, rows are labels. */
  public Tensor toTensor() {
    int k = counts.length;
    Tensor tensor = Tensor.zeros(k, k);
    for (int i = 0; i < k * k; i++) {
      tensor.data()[i] = counts[i / k][i % k];
    }
    return tensor;
  }

  /** Returns the share of all predictions that are right. */
  public double accuracy() {
    int right = 0;
    int all = 0;
    for (int c = 0; c < counts.length; c++) {
      right += counts[c][c];
      all += labelled(c);
    }
    return (double) right / all;
  }

  /** Returns how many of those taken for a class are of it, 0 to 1; 0 if none was. */
  public double precision(int classNumber) {
    int predicted = 0;
    for (int[] row : counts) {
      predicted += row[classNumber];
    }
    return share(counts[classNumber][classNumber], predicted);
  }

  /** Returns how many of a class were recognised, 0 to 1; 0 if there were none. */
  public double recall(int classNumber) {
    return share(counts[classNumber][classNumber], labelled(classNumber));
  }

  /**
   * Returns the pair that is confused most often, the first of equals; none if all predictions are
   * right.
   */
  public Optional<Mistake> mostConfusedPair() {
    Optional<Mistake> most = Optional.empty();
    for (int label = 0; label < counts.length; label++) {
      for (int prediction = 0; prediction < counts.length; prediction++) {
        int count = counts[label][prediction];
        if (label != prediction && count > most.map(Mistake::count).orElse(0)) {
          most = Optional.of(new Mistake(classNames.get(label), classNames.get(prediction), count));
        }
      }
    }
    return most;
  }

  private int labelled(int classNumber) {
    int sum = 0;
    for (int count : counts[classNumber]) {
      sum += count;
    }
    return sum;
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** Returns a table with precision and recall of each class. */
  @Override
  public String toString() {
    int width = classNames.stream().mapToInt(String::length).max().orElseThrow();
    StringBuilder table = new StringBuilder();
    for (int label = 0; label < counts.length; label++) {
      table.append(("%-" + width + "s").formatted(classNames.get(label)));
      for (int count : counts[label]) {
        table.append(String.format(Locale.ROOT, "%6d", count));
      }
      table.append(
          String.format(
              Locale.ROOT, "   precision %.3f  recall %.3f%n", precision(label), recall(label)));
    }
    return table.toString();
  }
}
