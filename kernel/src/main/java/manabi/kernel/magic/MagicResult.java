package manabi.kernel.magic;

import java.util.Optional;
import manabi.kernel.eval.CellValue;

/**
 * What a magic gives back.
 *
 * @param value what {@code var x = %name} assigns, or nothing
 * @param shown whether a cell that ends with the magic shows the value
 */
public record MagicResult(Optional<CellValue> value, boolean shown) {

  /** Returns the result of a magic that has none. */
  public static MagicResult nothing() {
    return new MagicResult(Optional.empty(), false);
  }

  /** Returns a value that is shown as the value of a last expression is. */
  public static MagicResult shown(Object value) {
    return new MagicResult(Optional.of(new CellValue(value)), true);
  }

  /** Returns a value that can be assigned and is not shown. */
  public static MagicResult silent(Object value) {
    return new MagicResult(Optional.of(new CellValue(value)), false);
  }

  Optional<CellValue> shownValue() {
    return shown ? value : Optional.empty();
  }
}
