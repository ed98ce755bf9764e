package manabi.kernel.magic;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manabi.kernel.eval.CellFailure;
import manabi.kernel.eval.CellValue;
import manabi.kernel.eval.JavaEngine;

/** Runs cells of Java with magics in them, in the order of the lines. */
public final class CellRunner {
  private static final Pattern CELL_MAGIC =
      Pattern.compile("\\s*%%(?<name>[A-Za-z]\\w*)(?<text>.*)(?:\\R(?<body>[\\s\\S]*))?");
  // Before the percent sign nothing or what the magic's value is assigned to. In Java no equals
  // sign is followed by a percent sign, except in texts and comments.
  private static final Pattern LINE_MAGIC =
      Pattern.compile("(?m)^(?<target>[^%\"'/\\n]*=)?[ \\t]*%(?<name>[A-Za-z]\\w*)(?<text>.*)$");

  private final JavaEngine engine;
  private final MagicCalls magics;

  /** Makes a runner of cells on {@code engine}. */
  public CellRunner(JavaEngine engine, MagicCalls magics) {
    this.engine = engine;
    this.magics = magics;
  }

  /**
   * Runs a cell.
   *
   * @param code the cell's source
   * @param number the execution count that names the cell in messages
   * @return the value to show, or nothing
   * @throws CellFailure if the cell does not compile, throws or is interrupted
   */
  public Optional<CellValue> run(String code, int number) throws CellFailure {
    Matcher cell = CELL_MAGIC.matcher(code);
    if (!cell.matches()) {
      return runLines(code, number);
    }
    MagicLine line = line(code, cell);
    String body = cell.group("body") == null ? "" : cell.group("body");
    return outcome(() -> magics.cell(cell.group("name"), line, body)).shownValue();
  }

  private Optional<CellValue> runLines(String code, int number) throws CellFailure {
    Matcher magic = LINE_MAGIC.matcher(code);
    Optional<CellValue> value = Optional.empty();
    int start = 0;
    while (magic.find()) {
      String java = code.substring(start, magic.start());
      if (engine.isOpen(java)) {
        continue; // A line of a text block, or of an expression whose bracket is open.
      }
      engine.evaluate(blank(code.substring(0, start)) + java, number);
      value = runLine(code, magic, number);
      start = magic.end();
    }
    String rest = code.substring(start);
    return rest.isBlank() ? value : engine.evaluate(blank(code.substring(0, start)) + rest, number);
  }

  private Optional<CellValue> runLine(String code, Matcher magic, int number) throws CellFailure {
    MagicLine line = line(code, magic);
    MagicResult result = outcome(() -> magics.line(magic.group("name"), line));
    String target = magic.group("target");
    if (target == null) {
      return result.shownValue();
    }
    AssignedValue.offer(result.value().map(CellValue::object).orElse(null));
    return engine.evaluate(
        blank(code.substring(0, magic.start())) + target + AssignedValue.CALL, number);
  }

  private static MagicLine line(String code, Matcher magic) {
    int start = magic.start("text");
    String above = code.substring(0, start);
    int column = start - 1 - above.lastIndexOf('\n');
    return new MagicLine(magic.group("text"), 1 + blank(above).length(), column);
  }

  /** Returns as many line ends as {@code text} has. */
  private static String blank(String text) {
    return "\n".repeat((int) text.chars().filter(c -> c == '\n').count());
  }

  private MagicResult outcome(Callable<MagicResult> call) throws CellFailure {
    try {
      return call.call();
    } catch (CellFailure e) {
      throw e;
    } catch (Exception e) {
      throw engine.failure(e);
    }
  }
}
