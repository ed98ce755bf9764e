package manabi.kernel.eval;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The types of a cell as JShell needs them. It makes every type public, which a record's
 * constructor without a modifier may not be less than, and compiles each in a file of its own,
 * where a sealed type without a list of its subtypes has none.
 */
final class ShellTypes {
  private static final Pattern CONCERNED = Pattern.compile("\\b(record|sealed)\\b");
  private static final String BEFORE = "class $ {\n";
  private static final Set<Modifier> ACCESS =
      EnumSet.of(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE);

  /** A type that stands in a part by itself. */
  private record Declared(Cell cell, CompilationUnitTree unit, ClassTree tree) {}

  private final SourcePositions positions;
  private final List<Declared> types;

  private ShellTypes(SourcePositions positions, List<Declared> types) {
    this.positions = positions;
    this.types = types;
  }

  /** Returns the parts of a cell, with what JShell needs to be written. */
  static List<Cell> complete(Javac javac, List<Cell> cells) {
    if (cells.stream().noneMatch(cell -> CONCERNED.matcher(cell.code()).find())) {
      return cells;
    }
    List<SourceFile> files = new ArrayList<>();
    cells.forEach(cell -> files.add(new SourceFile(files.size(), BEFORE + cell.code() + "\n}")));
    return javac.with(files, run -> complete(cells, files, run));
  }

  private static List<Cell> complete(List<Cell> cells, List<SourceFile> files, Javac.Run run) {
    Map<URI, CompilationUnitTree> units = new HashMap<>();
    run.units().forEach(unit -> units.put(unit.getSourceFile().toUri(), unit));
    run.faultyFiles().forEach(units::remove);
    Map<Cell, Declared> types = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      CompilationUnitTree unit = units.get(files.get(i).toUri());
      if (unit != null && member(unit) instanceof ClassTree type) {
        types.put(cells.get(i), new Declared(cells.get(i), unit, type));
      }
    }
    ShellTypes found =
        new ShellTypes(
            Trees.instance(run.task()).getSourcePositions(), List.copyOf(types.values()));
    return cells.stream()
        .map(cell -> types.containsKey(cell) ? found.complete(types.get(cell)) : cell)
        .toList();
  }

  private static Tree member(CompilationUnitTree unit) {
    List<? extends Tree> members = ((ClassTree) unit.getTypeDecls().get(0)).getMembers();
    return members.isEmpty() ? null : members.get(0);
  }

  private Cell complete(Declared type) {
    Insertions pieces = new Insertions();
    if (type.tree().getKind() == Tree.Kind.RECORD) {
      openConstructors(type, pieces);
    }
    boolean isSealed = type.tree().getModifiers().getFlags().contains(Modifier.SEALED);
    if (isSealed && type.tree().getPermitsClause().isEmpty()) {
      permit(type, pieces);
    }
    return pieces.isEmpty() ? type.cell() : type.cell().with(pieces);
  }

  private void openConstructors(Declared type, Insertions pieces) {
    for (Tree member : type.tree().getMembers()) {
      if (member instanceof MethodTree method
          && method.getReturnType() == null
          && method.getModifiers().getFlags().stream().noneMatch(ACCESS::contains)) {
        int start = (int) positions.getStartPosition(type.unit(), method) - BEFORE.length();
        pieces.add(start, "public ");
      }
    }
  }

  private void permit(Declared type, Insertions pieces) {
    String name = type.tree().getSimpleName().toString();
    List<String> subtypes =
        types.stream().flatMap(other -> subtypes(name, "", other.tree())).sorted().toList();
    if (!subtypes.isEmpty()) {
      pieces.add(bodyStart(type), "permits " + String.join(", ", subtypes) + " ");
    }
  }

  /** Returns the types in {@code tree}, itself included, that directly extend the one named. */
  private static Stream<String> subtypes(String name, String outer, ClassTree tree) {
    String own = outer + tree.getSimpleName();
    Stream<String> inner =
        tree.getMembers().stream()
            .filter(ClassTree.class::isInstance)
            .flatMap(member -> subtypes(name, own + ".", (ClassTree) member));
    boolean isSubtype =
        Stream.concat(
                Stream.ofNullable(tree.getExtendsClause()), tree.getImplementsClause().stream())
            .anyMatch(parent -> parent.toString().replaceFirst("<.*", "").equals(name));
    return isSubtype ? Stream.concat(Stream.of(own), inner) : inner;
  }

  /** Returns where the opening bracket of the type's body is. */
  private int bodyStart(Declared type) {
    ClassTree tree = type.tree();
    long end =
        Stream.of(
                Stream.of(tree.getModifiers()),
                tree.getTypeParameters().stream(),
                Stream.ofNullable(tree.getExtendsClause()),
                tree.getImplementsClause().stream())
            .flatMap(parts -> parts)
            .mapToLong(part -> positions.getEndPosition(type.unit(), part))
            .max()
            .orElseThrow();
    return type.cell().code().indexOf('{', (int) end - BEFORE.length());
  }
}
