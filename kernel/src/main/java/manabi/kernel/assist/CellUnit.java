package manabi.kernel.assist;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import manabi.kernel.assist.Members.Kind;

/**
 * A cell up to the cursor as a Java file: imports on top, then what the cell uses of earlier cells,
 * then the cell's own methods and types, then its statements inside of a method. At the cursor
 * stands {@link #CURSOR} as a name.
 */
final class CellUnit {
  /** The name that stands at the cursor. */
  static final String CURSOR = "cursor$";

  /** The class around what earlier cells have declared. */
  static final String SESSION = "Session$";

  /** The class around what the cell declares. */
  static final String CELL = "Cell$";

  /** The method around the cell's statements. */
  static final String RUN = "run$";

  private static final Pattern IMPORT =
      Pattern.compile("(?:\\s|//[^\\n]*+|/\\*(?s:.*?)\\*/)*+import\\b(?s:.*)");

  private final List<String> imports = new ArrayList<>();
  private final StringBuilder members = new StringBuilder();
  private final StringBuilder statements = new StringBuilder();
  private final StringBuilder last = new StringBuilder();

  /**
   * Puts a file together.
   *
   * @param parts the cell's parts, the last of which has {@link #CURSOR} in it
   */
  CellUnit(List<String> parts, Members classifier) {
    List<String> others = new ArrayList<>();
    for (String part : parts) {
      if (isImport(part)) {
        imports.add(part);
      } else {
        others.add(part);
      }
    }
    List<Members.Part> classified = classifier.of(others);
    for (int i = 0; i < others.size(); i++) {
      add(classified.get(i), others.get(i), classified.get(others.size() - 1).kind());
    }
  }

  static boolean isImport(String part) {
    return IMPORT.matcher(part).matches();
  }

  private void add(Members.Part part, String source, Kind lastKind) {
    boolean cursorInMember = lastKind == Kind.METHOD || lastKind == Kind.TYPE;
    boolean isMember = part.kind() == Kind.METHOD || part.kind() == Kind.TYPE;
    if (source.contains(CURSOR)) {
      last.append(isMember ? "static " : "").append(source);
    } else if (isMember || (cursorInMember && part.kind() == Kind.VARIABLE)) {
      members.append("static ").append(part.text()).append('\n');
    } else if (!cursorInMember) {
      statements.append(source).append('\n');
    }
    if (source.contains(CURSOR) && !isMember) {
      last.insert(0, "static void " + RUN + "() throws Throwable {\n" + statements);
    }
  }

  /** Returns the import statements of the cell. */
  List<String> imports() {
    return imports;
  }

  /**
   * Returns the file.
   *
   * @param sessionImports finds the import statements that code needs, beside the cell's own
   * @param declared finds what earlier cells have declared under a name
   * @param word a name that is used too
   */
  String source(
      Function<String, List<String>> sessionImports,
      Function<String, List<Declared>> declared,
      String word) {
    String cell = members.toString() + last;
    StringBuilder body = new StringBuilder("class " + SESSION + " {\n");
    used(cell + " " + word, declared).forEach(one -> body.append(one.text()).append('\n'));
    body.append("static class " + CELL + " {\n").append(cell);
    StringBuilder source = new StringBuilder("package cell;\n");
    sessionImports.apply(body + word).forEach(one -> source.append(one).append('\n'));
    imports.forEach(one -> source.append(one).append('\n'));
    return source.append(body).toString();
  }

  private static Set<Declared> used(String code, Function<String, List<Declared>> declared) {
    Set<Declared> used = new LinkedHashSet<>();
    Deque<String> names = new ArrayDeque<>(Declared.words(code));
    while (!names.isEmpty()) {
      for (Declared found : declared.apply(names.pop())) {
        if (used.add(found)) {
          names.addAll(found.words());
        }
      }
    }
    return used;
  }
}
