package manabi.kernel.eval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.Diag;

/** The errors that the compiler found in a cell, with the lines they stand in. */
final class CompileErrors {
  private record Problem(Cell part, int position, String message) {
    int line() {
      return part.line(position);
    }

    int column() {
      return part.column(position);
    }
  }

  private final Hints hints;
  private final List<String> declared;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * Begins without errors.
   *
   * @param hints what helps with an error
   * @param declared the names that the cell itself declares
   */
  CompileErrors(Hints hints, Collection<String> declared) {
    this.hints = hints;
    this.declared = List.copyOf(declared);
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Adds the compiler's errors in a part of a cell. */
  void add(Cell part, List<Diag> diagnostics) {
    for (Diag diagnostic : diagnostics) {
      if (diagnostic.isError()) {
        int position = (int) Math.max(diagnostic.getPosition(), 0);
        add(part, position, diagnostic.getMessage(Locale.ENGLISH));
      }
    }
  }

  /** Adds one error at a position in a part of a cell. */
  void add(Cell part, int position, String message) {
    problems.add(new Problem(part, position, SnippetNames.readable(message)));
  }

  CellFailure asFailure() {
    problems.sort(Comparator.comparingInt(Problem::line).thenComparing(Problem::column));
    List<String> traceback = new ArrayList<>();
    problems.forEach(problem -> describe(problem, traceback));
    Problem first = problems.get(0);
    String message =
        "line "
            + first.line()
            + ": "
            + details(first.message()).stream()
                .map(line -> line.strip().replaceFirst(";$", ""))
                .collect(Collectors.joining("; "))
            + (problems.size() > 1 ? " (and " + (problems.size() - 1) + " more)" : "");
    return new CellFailure("CompileError", message, traceback);
  }

  private void describe(Problem problem, List<String> traceback) {
    Cell part = problem.part();
    List<String> details = details(problem.message());
    String place =
        "cell " + part.number() + ", line " + problem.line() + ", column " + problem.column();
    traceback.add(Ansi.bold(place + ": ") + Ansi.red(details.get(0)));
    traceback.add("    " + part.lineText(problem.line()));
    traceback.add("    " + " ".repeat(problem.column() - 1) + Ansi.red("^"));
    traceback.addAll(details.subList(1, details.size()));
    hints
        .of(part, problem.position(), problem.message(), declared)
        .forEach(hint -> traceback.add("  " + Ansi.green(hint)));
  }

  /** Returns the lines of a message that name something which the reader wrote. */
  private static List<String> details(String message) {
    return message
        .lines()
        .filter(line -> !line.matches("\\s*location: class(\\s+(REPL\\.)?\\$JShell\\$\\w+)?\\s*"))
        .toList();
  }
}
