package manabi.kernel.magic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manabi.kernel.eval.CellFailure;
import manabi.kernel.eval.CellValue;
import manabi.kernel.eval.JavaEngine;

/** Runs cells of Java with magics in them, in the order of the lines. */
public final class CellRunner {
  private static final Pattern CELL_MAGIC =
      Pattern.compile("\\s*%(?<line>%[A-Za-z].*)(?<body>[\\s\\S]*)");
  private static final Pattern LINE_MAGIC = Pattern.compile("(?m)^[ \\t]*(?<line>%[A-Za-z].*)$");

  private final JavaEngine engine;
  private final MagicRegistry magics;

  /** Makes a runner of cells on {@code engine}. */
  public CellRunner(JavaEngine engine, MagicRegistry magics) {
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
    Matcher cellMagic = CELL_MAGIC.matcher(code);
    if (cellMagic.matches()) {
      String above = code.substring(0, cellMagic.start("line"));
      String body = blank(above) + cellMagic.group("body");
      return magic(() -> magics.runCell(cellMagic.group("line"), body));
    }
    return runLines(code, number);
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
      value = magic(() -> magics.runLine(magic.group("line")));
      start = magic.end();
    }
    String rest = code.substring(start);
    return rest.isBlank() ? value : engine.evaluate(blank(code.substring(0, start)) + rest, number);
  }

  /** Returns as many lines as {@code text} has, all empty. */
  private static String blank(String text) {
    return "\n".repeat((int) text.chars().filter(c -> c == '\n').count());
  }

  private static CellValue asValue(Object result) {
    return result instanceof CellValue value ? value : new CellValue(result);
  }

  @FunctionalInterface
  private interface MagicCall {
    Optional<Object> run() throws Exception;
  }

  private Optional<CellValue> magic(MagicCall call) throws CellFailure {
    try {
      return call.run().map(CellRunner::asValue);
    } catch (CellFailure e) {
      throw e;
    } catch (Exception e) {
      throw engine.failure(e);
    }
  }
}
