package manabi.progress;

import java.io.Console;
import java.io.PrintStream;

/** Overwrites one line of a terminal. */
final class TerminalRenderer implements ProgressRenderer {

  private final PrintStream out;
  private int lastLength;

  TerminalRenderer(PrintStream out) {
    this.out = out;
  }

  /** Returns whether somebody sits at a terminal. */
  @SuppressWarnings("SystemConsoleNull") // the reason for what follows
  static boolean hasTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From Java 22 on there may be a console without a terminal, and a method that tells.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  @Override
  public void render(ProgressState state) {
    String line = state.toText();
    String blanks = " ".repeat(Math.max(0, lastLength - line.length()));
    out.print("\r" + line + blanks + (state.closed() ? System.lineSeparator() : ""));
    out.flush();
    lastLength = line.length();
  }
}
