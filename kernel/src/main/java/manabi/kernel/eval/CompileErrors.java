package manabi.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;

/** The errors that the compiler found in a cell, with the lines they stand in. */
final class CompileErrors {
  private final List<String> traceback = new ArrayList<>();
  private String first = "";

  boolean isEmpty() {
    return first.isEmpty();
  }

  /** Adds the compiler's errors in a part of a cell. */
  void add(Cell part, List<Diag> diagnostics) {
    for (Diag diagnostic : diagnostics) {
      if (diagnostic.isError()) {
        int position = (int) Math.max(diagnostic.getPosition(), 0);
        add(part, position, SnippetNames.readable(diagnostic.getMessage(Locale.ENGLISH)));
      }
    }
  }

  /** Adds one error at a position in a part of a cell. */
  void add(Cell part, int position, String message) {
    int line = part.line(position);
    int column = part.column(position);
    List<String> lines = message.lines().toList();
    String place = "cell " + part.number() + ", line " + line + ", column " + column;
    if (isEmpty()) {
      first =
          "line "
              + line
              + ": "
              + String.join(
                  "; ",
                  lines.stream().map(String::strip).filter(CompileErrors::saysSomething).toList());
    }
    traceback.add(Ansi.bold(place + ": ") + Ansi.red(lines.get(0)));
    traceback.add("    " + part.lineText(line));
    traceback.add("    " + " ".repeat(column - 1) + Ansi.red("^"));
    lines.stream().skip(1).filter(CompileErrors::saysSomething).forEach(traceback::add);
  }

  /** Returns false for the location "class", with the name of JShell's wrapper taken out. */
  private static boolean saysSomething(String line) {
    return !line.strip().equals("location: class");
  }

  CellFailure asFailure() {
    return new CellFailure("CompileError", first, traceback);
  }
}
