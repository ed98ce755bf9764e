package manabi.kernel.eval;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import manabi.kernel.eval.Part.Kind;
import manabi.kernel.eval.Part.Range;
import manabi.kernel.eval.Part.Variable;

/** Finds out what the snippets of a cell are: javac's parser is asked in which place each fits. */
final class PartParser {
  /** Where a snippet may fit, with what stands around it there. */
  private enum Place {
    FILE("", ""),
    BLOCK("class $ { Object $() throws Throwable {\n", "\n; } }"),
    CLASS("class $ {\n", "\n}"),
    VALUE("class $ { Object $() throws Throwable { return (\n", "\n); } }");

    private final String before;
    private final String after;

    Place(String before, String after) {
      this.before = before;
      this.after = after;
    }

    /** Returns whether the compiler has to be asked: a file that it refuses takes it longest. */
    boolean mayHold(String code) {
      return switch (this) {
        case FILE -> code.contains("import");
        case VALUE -> !code.endsWith(";");
        default -> true;
      };
    }
  }

  /** A snippet in one place, as a file. */
  private record Attempt(Place place, SourceFile file) {}

  private final Javac javac;

  PartParser(Javac javac) {
    this.javac = javac;
  }

  /** Returns what the parts are, or nothing where one fits nowhere. */
  Optional<List<Part>> parse(List<Cell> cells) {
    List<SourceFile> files = new ArrayList<>();
    List<List<Attempt>> attempts = new ArrayList<>();
    for (Cell cell : cells) {
      List<Attempt> ofCell = new ArrayList<>();
      for (Place place : Place.values()) {
        if (place.mayHold(cell.code())) {
          files.add(new SourceFile(files.size(), place.before + cell.code() + place.after));
          ofCell.add(new Attempt(place, files.get(files.size() - 1)));
        }
      }
      attempts.add(ofCell);
    }
    return javac.with(files, run -> parts(cells, attempts, run));
  }

  private static Optional<List<Part>> parts(
      List<Cell> cells, List<List<Attempt>> attempts, Javac.Run run) {
    Map<URI, CompilationUnitTree> units = new HashMap<>();
    run.units().forEach(unit -> units.put(unit.getSourceFile().toUri(), unit));
    run.faultyFiles().forEach(units::remove);
    SourcePositions positions = Trees.instance(run.task()).getSourcePositions();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Reader reader = new Reader(cells.get(i), positions);
      Optional<Part> found =
          attempts.get(i).stream()
              .filter(attempt -> units.containsKey(attempt.file().toUri()))
              .flatMap(a -> reader.part(units.get(a.file().toUri()), a.place()).stream())
              .findFirst();
      if (found.isEmpty()) {
        return Optional.empty();
      }
      parts.add(found.get());
    }
    return Optional.of(parts);
  }

  /** Reads the tree of one snippet in one place. */
  private record Reader(Cell cell, SourcePositions positions) {

    Optional<Part> part(CompilationUnitTree unit, Place place) {
      return switch (place) {
        case FILE -> importPart(unit);
        case BLOCK -> {
          BlockTree body = ((MethodTree) member(unit)).getBody();
          yield body(unit, body.getStatements(), place.before.length());
        }
        case CLASS -> body(unit, members(unit), place.before.length());
        case VALUE -> Optional.of(Part.of(cell, Kind.EXPRESSION));
      };
    }

    private Optional<Part> importPart(CompilationUnitTree unit) {
      boolean isImport = !unit.getImports().isEmpty() && unit.getTypeDecls().isEmpty();
      return isImport ? Optional.of(Part.of(cell, Kind.IMPORT)) : Optional.empty();
    }

    private static List<? extends Tree> members(CompilationUnitTree unit) {
      return ((ClassTree) unit.getTypeDecls().get(0)).getMembers();
    }

    private static Tree member(CompilationUnitTree unit) {
      return members(unit).get(0);
    }

    private Optional<Part> body(CompilationUnitTree unit, List<? extends Tree> trees, int shift) {
      if (trees.isEmpty()) {
        return Optional.empty();
      }
      Tree first = trees.get(0);
      if (first instanceof ClassTree type) {
        String name = type.getSimpleName().toString();
        return Optional.of(
            new Part(cell, Kind.TYPE, name, "", end(unit, type.getModifiers(), shift), List.of()));
      }
      if (first instanceof MethodTree method) {
        return Optional.of(method(unit, method, shift));
      }
      if (first instanceof VariableTree) {
        return Optional.of(Part.variables(cell, variables(unit, trees, shift)));
      }
      return first instanceof StatementTree
          ? Optional.of(Part.of(cell, Kind.STATEMENT))
          : Optional.empty();
    }

    private Part method(CompilationUnitTree unit, MethodTree method, int shift) {
      String parameters =
          method.getParameters().stream()
              .map(parameter -> parameter.getType().toString().replace(" ", ""))
              .collect(Collectors.joining(","));
      int modifiersEnd = end(unit, method.getModifiers(), shift);
      return new Part(
          cell, Kind.METHOD, method.getName().toString(), parameters, modifiersEnd, List.of());
    }

    private int end(CompilationUnitTree unit, ModifiersTree modifiers, int shift) {
      return Math.max(0, (int) positions.getEndPosition(unit, modifiers) - shift);
    }

    private List<Variable> variables(
        CompilationUnitTree unit, Collection<? extends Tree> trees, int shift) {
      List<Variable> variables = new ArrayList<>();
      for (Tree tree : trees) {
        if (tree instanceof VariableTree variable) {
          Tree type = variable.getType();
          variables.add(
              new Variable(
                  variable.getName().toString(),
                  Optional.ofNullable(type).map(Tree::toString),
                  (int) positions.getStartPosition(unit, variable) - shift,
                  Optional.ofNullable(variable.getInitializer())
                      .map(value -> range(unit, value, shift))));
        }
      }
      return variables;
    }

    private Range range(CompilationUnitTree unit, ExpressionTree value, int shift) {
      return new Range(
          (int) positions.getStartPosition(unit, value) - shift,
          (int) positions.getEndPosition(unit, value) - shift);
    }
  }
}
