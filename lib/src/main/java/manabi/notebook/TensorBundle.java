package manabi.notebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import manabi.kernel.display.MimeBundle;
import manabi.tensor.Tensor;

/**
 * A tensor as its shape and a table of its numbers: at most 20 rows and 12 columns, of the first
 * matrix where it has more than two axes.
 */
final class TensorBundle {

  private static final int MOST_ROWS = 20;
  private static final int MOST_COLUMNS = 12;
  private static final MathContext DIGITS = new MathContext(5);

  private final Tensor tensor;
  private final int rows;
  private final int columns;

  private TensorBundle(Tensor tensor) {
    this.tensor = tensor;
    this.columns = tensor.rank() == 0 ? 1 : tensor.dim(-1);
    this.rows = tensor.rank() < 2 ? 1 : tensor.dim(-2);
  }

  static MimeBundle of(Tensor tensor) {
    TensorBundle view = new TensorBundle(tensor);
    String heading = "Tensor " + Arrays.toString(tensor.shape()) + view.note();
    if (tensor.size() == 0) {
      return MimeBundle.text(heading);
    }
    String text = view.rows(" ", "\n");
    String cells = view.rows("</td><td>", "</td></tr>\n<tr><td>");
    return MimeBundle.text(heading + "\n" + text)
        .with(
            "text/html",
            "<p><code>"
                + heading
                + "</code></p>\n<table><tbody>\n<tr><td>"
                + cells
                + "</td></tr>\n</tbody></table>");
  }

  /** Says which part of a larger tensor is shown. */
  private String note() {
    int matrices = tensor.size() == 0 ? 0 : tensor.size() / (rows * columns);
    String note = matrices > 1 ? ", the first of " + matrices + " matrices" : "";
    if (rows > MOST_ROWS) {
      note += ", the first " + MOST_ROWS + " rows";
    }
    if (columns > MOST_COLUMNS) {
      note += ", the first " + MOST_COLUMNS + " columns";
    }
    return note;
  }

  private String rows(String betweenNumbers, String betweenRows) {
    return IntStream.range(0, Math.min(rows, MOST_ROWS))
        .mapToObj(i -> row(i, betweenNumbers))
        .collect(Collectors.joining(betweenRows));
  }

  private String row(int row, String betweenNumbers) {
    return IntStream.range(0, Math.min(columns, MOST_COLUMNS))
        .mapToObj(j -> number(tensor.data()[row * columns + j]))
        .collect(Collectors.joining(betweenNumbers));
  }

  private static String number(float value) {
    return Float.toString(
        Float.isFinite(value) ? new BigDecimal(value).round(DIGITS).floatValue() : value);
  }
}
