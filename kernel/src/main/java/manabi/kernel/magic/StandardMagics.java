package manabi.kernel.magic;

import java.io.PrintStream;
import java.util.List;
import java.util.function.IntSupplier;
import manabi.kernel.eval.JavaEngine;

/** Registers the magics that the kernel brings. */
public final class StandardMagics {
  private StandardMagics() {}

  /**
   * Returns a runner of cells that knows the kernel's magics.
   *
   * @param out where magics print
   * @param number gives the execution count of the running cell
   */
  public static CellRunner runner(
      JavaEngine engine, MagicRegistry magics, PrintStream out, IntSupplier number) {
    CellRunner runner = new CellRunner(engine, magics);
    ClasspathMagic classpath = new ClasspathMagic(engine);
    LoadMagic load = new LoadMagic(runner, number);
    TimeMagic time = new TimeMagic(runner, out, number);
    magics.line("classpath", args -> classpath.add("%classpath", args));
    magics.line("jars", args -> classpath.add("%jars", args));
    magics.line("load", load::run);
    magics.cell("time", (args, body) -> time.run(body));
    magics.line("lsmagic", args -> list(magics, out));
    return runner;
  }

  private static Object list(MagicRegistry magics, PrintStream out) {
    out.println(String.join("  ", magics.names()));
    return null;
  }

  static List<String> atLeastOne(String usage, List<String> args) {
    if (args.isEmpty()) {
      throw new IllegalArgumentException("usage: " + usage);
    }
    return args;
  }
}
