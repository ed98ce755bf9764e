package manabi.kernel.magic;

import java.io.PrintStream;
import java.util.List;
import manabi.kernel.eval.JavaEngine;

/** Runs magics by name, so that an interrupt ends them. */
public final class MagicCalls {
  private final JavaEngine engine;
  private final MagicRegistry magics;
  private final PrintStream out;

  MagicCalls(JavaEngine engine, MagicRegistry magics, PrintStream out) {
    this.engine = engine;
    this.magics = magics;
    this.out = out;
  }

  /** Runs {@code %name}, or prints its help where the line is a question mark. */
  MagicResult line(String name, MagicLine line) throws Exception {
    if (line.text().strip().equals("?")) {
      return help(name);
    }
    LineMagic magic = magics.line(name);
    return engine.call(() -> magic.run(line));
  }

  /** Runs {@code %%name}, or prints its help where the line is a question mark. */
  MagicResult cell(String name, MagicLine line, String body) throws Exception {
    if (line.text().strip().equals("?")) {
      return help(name);
    }
    CellMagic magic = magics.cell(name);
    return engine.call(() -> magic.run(line, body));
  }

  /**
   * Runs {@code %name} for a cell that calls it and returns its value, or null.
   *
   * @throws Exception what the magic throws
   */
  public Object lineFromCell(String name, List<String> words) throws Exception {
    LineMagic magic = magics.line(name);
    return value(magic.run(MagicLine.of(words)));
  }

  /**
   * Runs {@code %%name} for a cell that calls it and returns its value, or null.
   *
   * @throws Exception what the magic throws
   */
  public Object cellFromCell(String name, List<String> words, String body) throws Exception {
    CellMagic magic = magics.cell(name);
    return value(magic.run(MagicLine.of(words), body));
  }

  private static Object value(MagicResult result) {
    return result.value().map(found -> found.object()).orElse(null);
  }

  private MagicResult help(String name) {
    out.print(magics.help(name).text());
    return MagicResult.nothing();
  }
}
