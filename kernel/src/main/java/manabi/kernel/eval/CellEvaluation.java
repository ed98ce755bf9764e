package manabi.kernel.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One run of one cell: all of it is looked at, then its declarations are made, then it runs. */
final class CellEvaluation {
  private final Snippets snippets;
  private final Javac javac;
  private final PlainCode plainCode;
  private final Cell cell;
  // Declarations that wait for a variable which the cell declares below them.
  private final List<Cell> postponed = new ArrayList<>();
  private final List<Snippets.Pending> pending = new ArrayList<>();

  CellEvaluation(Snippets snippets, Javac javac, PlainCode plainCode, Cell cell) {
    this.snippets = snippets;
    this.javac = javac;
    this.plainCode = plainCode;
    this.cell = cell;
  }

  /** Returns the value of the last part, or nothing where it has none or a semicolon ends it. */
  Optional<CellValue> run(List<Cell> cells) throws CellFailure {
    try {
      Optional<CellValue> value = runCells(cells);
      snippets.throwIfUnresolved(pending);
      return SourceText.endsWithSemicolon(cell.code()) ? Optional.empty() : value;
    } finally {
      snippets.tellReset();
    }
  }

  private Optional<CellValue> runCells(List<Cell> written) throws CellFailure {
    Optional<CellValue> known =
        written.size() == 1 ? snippets.value(written.get(0)) : Optional.empty();
    if (written.isEmpty() || known.isPresent()) {
      return known;
    }
    List<Cell> cells = ShellTypes.complete(javac, written);
    if (cells.size() == 1 && !javac.isWarm()) {
      return runInOrder(cells); // The JShell's own compiler is warm from the start.
    }
    Optional<List<Part>> parts = new PartParser(javac).parse(cells);
    if (parts.isEmpty()) {
      return runInOrder(cells);
    }
    Part first = parts.get().get(0);
    boolean isPlain = cells.size() == 1 && !snippets.isDeclared(first.name());
    return isPlain ? run(first) : runChecked(parts.get());
  }

  private Optional<CellValue> run(Part part) throws CellFailure {
    Optional<CellValue> known = snippets.value(part.cell());
    if (known.isPresent()) {
      return known;
    }
    Optional<PlainCode.Ready> ready = plainCode.prepare(part);
    return ready.isPresent() ? ready.get().run() : snippets.evaluate(part.cell(), pending);
  }

  private Optional<CellValue> runChecked(List<Part> parts) throws CellFailure {
    List<String> declared = parts.stream().flatMap(part -> part.names().stream()).toList();
    CompileErrors errors = snippets.errors(declared);
    CellCheck.check(javac, parts, new Scope(snippets.shell(), parts).imports(), errors);
    if (!errors.isEmpty()) {
      throw errors.asFailure();
    }
    return runHoisted(parts);
  }

  private Optional<CellValue> runInOrder(List<Cell> cells) throws CellFailure {
    Optional<CellValue> value = Optional.empty();
    for (Cell part : cells) {
      value = snippets.evaluate(part, pending);
    }
    return value;
  }

  private Optional<CellValue> runHoisted(List<Part> parts) throws CellFailure {
    parts.stream()
        .filter(Part::isHoisted)
        .sorted(Comparator.comparing(Part::kind))
        .forEach(part -> postponed.add(part.cell()));
    declarePostponed();
    Optional<CellValue> value = Optional.empty();
    for (Part part : parts) {
      if (!part.isHoisted()) {
        value = run(part);
        declarePostponed();
      }
    }
    for (Cell part : postponed) {
      snippets.evaluate(part, pending); // Throws what is wrong with it.
    }
    return parts.get(parts.size() - 1).isHoisted() ? Optional.empty() : value;
  }

  private void declarePostponed() throws CellFailure {
    for (Cell part : List.copyOf(postponed)) {
      if (snippets.declare(part, pending)) {
        postponed.remove(part);
      }
    }
  }
}
