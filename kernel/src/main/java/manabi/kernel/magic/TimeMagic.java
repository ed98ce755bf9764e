package manabi.kernel.magic;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.IntSupplier;
import manabi.kernel.eval.CellFailure;
import manabi.kernel.eval.CellValue;

/** {@code %%time}: runs the cell and prints how long that took. */
final class TimeMagic {
  private final CellRunner runner;
  private final PrintStream out;
  private final IntSupplier number;

  TimeMagic(CellRunner runner, PrintStream out, IntSupplier number) {
    this.runner = runner;
    this.out = out;
    this.number = number;
  }

  /** Returns the cell's value, or null where it has none. */
  Object run(String body) throws CellFailure {
    long start = System.nanoTime();
    CellValue value = runner.run(body, number.getAsInt()).orElse(null);
    long nanos = System.nanoTime() - start;
    out.println("time: " + (nanos < 1e9 ? text(nanos / 1e6, "ms") : text(nanos / 1e9, "s")));
    return value;
  }

  private static String text(double amount, String unit) {
    return String.format(Locale.ROOT, "%.3g %s", amount, unit);
  }
}
