package manabi.kernel.eval;

import java.util.List;
import java.util.Optional;

/**
 * One snippet of a cell and what it is.
 *
 * @param cell its code and place
 * @param name what a type or method is called; empty for the others
 * @param parameterTypes a method's, as written, with commas and without spaces
 * @param modifiersEnd where the modifiers of a type or method end; 0 without any
 * @param variables what a variable declaration declares
 */
record Part(
    Cell cell,
    Kind kind,
    String name,
    String parameterTypes,
    int modifiersEnd,
    List<Variable> variables) {

  /** What a snippet can be, in the order in which the kinds of one cell are evaluated. */
  enum Kind {
    IMPORT,
    TYPE,
    METHOD,
    VARIABLE,
    STATEMENT,
    EXPRESSION
  }

  /**
   * A declared variable; positions are in the part's code.
   *
   * @param type the type as written, or nothing for {@code var}
   * @param start where the declaration begins
   * @param initializer where the initial value stands, or nothing
   */
  record Variable(String name, Optional<String> type, int start, Optional<Range> initializer) {}

  /** The characters from {@code start}, inclusive, to {@code end}, exclusive. */
  record Range(int start, int end) {}

  static Part of(Cell cell, Kind kind) {
    return new Part(cell, kind, "", "", 0, List.of());
  }

  static Part variables(Cell cell, List<Variable> variables) {
    return new Part(cell, Kind.VARIABLE, "", "", 0, List.copyOf(variables));
  }

  /** Returns the names that this declares. */
  List<String> names() {
    return name.isEmpty() ? variables.stream().map(Variable::name).toList() : List.of(name);
  }

  /** Returns whether this declares something that the rest of the cell may use, above it too. */
  boolean isHoisted() {
    return kind == Kind.IMPORT || kind == Kind.TYPE || kind == Kind.METHOD;
  }
}
