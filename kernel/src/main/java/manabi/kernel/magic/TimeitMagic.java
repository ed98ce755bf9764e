package manabi.kernel.magic;

import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manabi.kernel.eval.CellFailure;
import manabi.kernel.eval.JavaEngine;

/** {@code %timeit}: compiles code once, runs it in a loop and prints its time. */
final class TimeitMagic implements LineMagic, CellMagic {
  private static final Pattern OPTION = Pattern.compile("\\s*-([nr])\\s*(\\d{1,9})(?=\\s|$)");

  /** What is to be measured how, 0 standing for a good choice. */
  private record Options(int loops, int runs, int end) {
    static Options of(String text) {
      Matcher option = OPTION.matcher(text);
      int loops = 0;
      int runs = 0;
      int end = 0;
      while (option.region(end, text.length()).lookingAt()) {
        int count = Integer.parseInt(option.group(2));
        loops = option.group(1).equals("n") ? count : loops;
        runs = option.group(1).equals("r") ? count : runs;
        end = option.end();
      }
      return new Options(loops, runs, end);
    }
  }

  private final JavaEngine engine;
  private final IntSupplier number;

  TimeitMagic(JavaEngine engine, IntSupplier number) {
    this.engine = engine;
    this.number = number;
  }

  @Override
  public String name() {
    return "timeit";
  }

  @Override
  public MagicHelp help() {
    return new MagicHelp(
        "%timeit [-n LOOPS] [-r RUNS] CODE\n%%timeit [-n LOOPS] [-r RUNS]",
        """
        Runs the code many times and prints the mean and the deviation of its time. It is compiled
        once, in a loop; without -n, as many loops make a run as take 0.2 s, and finding that out
        warms up the JVM. There are 7 runs without -r. What the code declares is not known
        afterwards. Code of a few nanoseconds needs a tool made for that, as JMH.""",
        "%timeit -r 5 Math.sqrt(new Random().nextDouble())");
  }

  @Override
  public MagicResult run(MagicLine line) throws CellFailure {
    Options options = Options.of(line.text());
    String code = line.text().substring(options.end()).stripLeading();
    if (code.isEmpty()) {
      throw help().wrongUse("%timeit needs code in its line");
    }
    measure(options, line.inPlace(code.length()));
    return MagicResult.nothing();
  }

  @Override
  public MagicResult run(MagicLine line, String body) throws CellFailure {
    Options options = Options.of(line.text());
    String more = line.text().substring(options.end()).strip();
    if (!more.isEmpty()) {
      throw help().wrongUse("%%timeit takes only options in its line, was " + more);
    }
    if (body.isBlank()) {
      throw help().wrongUse("%%timeit needs code below its line");
    }
    measure(options, line.belowInPlace(body));
    return MagicResult.nothing();
  }

  private void measure(Options options, String code) throws CellFailure {
    String head =
        "%s.measure(%d, %d, $n -> { for (long $i = 0; $i < $n; $i++) {"
            .formatted(Timing.class.getName(), options.loops(), options.runs());
    String end = code.strip();
    if (end.endsWith(";") || end.endsWith("}")) {
      engine.evaluateInside(head, code, "\n}});", number.getAsInt());
      return;
    }
    measureExpression(head, code);
  }

  private void measureExpression(String head, String code) throws CellFailure {
    String keep = Timing.class.getName() + ".keep(";
    try {
      engine.evaluateInside(head + keep, code, "\n);}});", number.getAsInt());
    } catch (CellFailure asValue) {
      if (!asValue.name().equals("CompileError")) {
        throw asValue;
      }
      try { // A call of a void method has no value to keep.
        engine.evaluateInside(head, code, "\n;}});", number.getAsInt());
      } catch (CellFailure asStatement) {
        throw asStatement.name().equals("CompileError") ? asValue : asStatement;
      }
    }
  }
}
