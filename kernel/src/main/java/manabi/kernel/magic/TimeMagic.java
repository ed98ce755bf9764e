package manabi.kernel.magic;

import java.io.PrintStream;
import java.util.function.IntSupplier;
import manabi.kernel.eval.CellFailure;
import manabi.kernel.eval.CellValue;

/** {@code %%time}: runs the cell and prints how long that took. */
final class TimeMagic implements LineMagic, CellMagic {
  private final CellRunner runner;
  private final PrintStream out;
  private final IntSupplier number;

  TimeMagic(CellRunner runner, PrintStream out, IntSupplier number) {
    this.runner = runner;
    this.out = out;
    this.number = number;
  }

  @Override
  public String name() {
    return "time";
  }

  @Override
  public MagicHelp help() {
    return new MagicHelp(
        "%time CODE\n%%time",
        """
        Runs the code once and prints how long it took. The value is shown as without the magic.
        The time to compile the code is part of it; %timeit measures small pieces better.""",
        "%time IntStream.range(0, 1_000_000).sum()");
  }

  @Override
  public MagicResult run(MagicLine line) throws CellFailure {
    String code = line.text().strip();
    if (code.isEmpty()) {
      throw help().wrongUse("%time needs code in its line");
    }
    return time(line.inPlace(line.text().stripLeading().length()));
  }

  @Override
  public MagicResult run(MagicLine line, String body) throws CellFailure {
    if (!line.text().isBlank()) {
      throw help().wrongUse("%%time takes nothing in its line, was" + line.text());
    }
    return time(line.belowInPlace(body));
  }

  private MagicResult time(String code) throws CellFailure {
    long start = System.nanoTime();
    CellValue value = runner.run(code, number.getAsInt()).orElse(null);
    long nanos = System.nanoTime() - start;
    out.println("time: " + Durations.text((double) nanos));
    return value == null ? MagicResult.nothing() : MagicResult.shown(value.object());
  }
}
