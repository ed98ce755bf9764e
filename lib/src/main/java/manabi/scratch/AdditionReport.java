package manabi.scratch;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the binary-addition program prints about one iteration; {@link #toString()} has the
 * lecture's own form.
 *
 * @param iteration counted from 0
 * @param loss of this iteration's pair, summed over its bits, before the update
 * @param a first number
 * @param b second number
 * @param predicted the network's word for {@code a + b}, most significant bit first
 * @param label the right word
 */
public record AdditionReport(
    int iteration, double loss, int a, int b, List<Integer> predicted, List<Integer> label) {

  /** Copies the words. */
  public AdditionReport {
    predicted = List.copyOf(predicted);
    label = List.copyOf(label);
  }

  /** Returns the network's word as a number. */
  public int sum() {
    return Bits.number(predicted);
  }

  /** Returns whether every bit is right. */
  public boolean exact() {
    return predicted.equals(label);
  }

  /** Returns the six lines that the lecture's program prints, without a line end after the last. */
  @Override
  public String toString() {
    return String.join(
        "\n",
        "iters:" + iteration,
        "Loss:"
            + (Double.isNaN(loss) ? "nan" : new BigDecimal(Double.toString(loss)).toPlainString()),
        "Pred:" + word(predicted),
        "True:" + word(label),
        a + " + " + b + " = " + sum(),
        "------------");
  }

  private static String word(List<Integer> bits) {
    return bits.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
  }
}
