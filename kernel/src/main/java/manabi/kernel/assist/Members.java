package manabi.kernel.assist;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells declarations, which can be members of a class, from statements. */
final class Members {
  private static final String START = "class X {";
  private static final int KEPT = 300;

  /** What a part of a cell can be in a class. */
  enum Kind {
    METHOD,
    TYPE,
    VARIABLE,
    STATEMENT
  }

  /**
   * A part of a cell.
   *
   * @param text it as a member of a class, without the code inside of methods; else as it is
   */
  record Part(Kind kind, String text) {}

  private final SourceReader reader;

  // While someone types, all parts but one stay as they are, and that one's end is cut off.
  private final Map<String, Part> known = new RecentlyUsed<>(KEPT);

  Members(SourceReader reader) {
    this.reader = reader;
  }

  /** Returns what {@code parts} are. */
  List<Part> of(List<String> parts) {
    List<String> unknown = parts.stream().filter(part -> !known.containsKey(part)).toList();
    Map<String, Part> now = new HashMap<>();
    parts.forEach(part -> now.put(part, known.get(part)));
    if (!unknown.isEmpty()) {
      now.putAll(read(unknown));
      known.putAll(now);
    }
    return parts.stream().map(now::get).toList();
  }

  private Map<String, Part> read(List<String> parts) {
    List<String> files = parts.stream().map(part -> START + part + "\n}").toList();
    return reader.parse(
        files,
        reading -> {
          SourcePositions positions = Trees.instance(reading.task()).getSourcePositions();
          Map<String, Part> result = new HashMap<>();
          for (int i = 0; i < parts.size(); i++) {
            CompilationUnitTree unit = reading.units().get(i);
            Tree member = member(files.get(i), unit, positions, reading.firstError(unit));
            Kind kind = kind(member);
            String text =
                kind == Kind.METHOD || kind == Kind.TYPE
                    ? withoutBodies(parts.get(i), unit, member, positions)
                    : parts.get(i);
            result.put(parts.get(i), new Part(kind, text));
          }
          return result;
        });
  }

  /** Returns the first member, or null if what begins the class is no part of any member. */
  private static Tree member(
      String source, CompilationUnitTree unit, SourcePositions positions, long error) {
    Tree type = unit.getTypeDecls().isEmpty() ? null : unit.getTypeDecls().get(0);
    return type instanceof ClassTree declared
        ? declared.getMembers().stream()
            .filter(tree -> positions.getStartPosition(unit, tree) >= 0) // Written, not implied.
            .findFirst()
            .filter(tree -> error > lastSure(tree, source, positions.getStartPosition(unit, tree)))
            .orElse(null)
        : null;
  }

  /** Returns up to where there must be no error for {@code tree} to be what it looks like. */
  private static long lastSure(Tree tree, String source, long start) {
    if (tree instanceof MethodTree) {
      return source.indexOf('(', (int) start);
    }
    return tree instanceof VariableTree ? source.length() : start;
  }

  private static Kind kind(Tree member) {
    if (member instanceof MethodTree method && method.getReturnType() != null) {
      return Kind.METHOD;
    }
    if (member instanceof ClassTree) {
      return Kind.TYPE;
    }
    return member instanceof VariableTree ? Kind.VARIABLE : Kind.STATEMENT;
  }

  private static String withoutBodies(
      String part, CompilationUnitTree unit, Tree member, SourcePositions positions) {
    StringBuilder text = new StringBuilder();
    int[] copied = {0};
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void unused) {
        BlockTree body = method.getBody();
        if (body == null) {
          return null;
        }
        int start = (int) positions.getStartPosition(unit, body) - START.length();
        int end = (int) positions.getEndPosition(unit, body) - START.length();
        if (copied[0] <= start && start < end && end <= part.length()) {
          text.append(part, copied[0], start).append(';');
          copied[0] = end;
        }
        return null;
      }
    }.scan(member, null);
    return text.append(part.substring(copied[0])).toString();
  }
}
