package manabi.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * A cell cut into the snippets that JShell takes one at a time.
 *
 * @param parts the snippets, in order; the last may be broken or incomplete
 * @param end how the last one ends
 */
public record CellParts(List<Cell> parts, Completeness end) {
  // JShell of Java 17 cannot cut code with this modifier.
  private static final String NON_SEALED = "non-sealed";
  private static final String BLANKS = " ".repeat(NON_SEALED.length());

  /** Returns the parts of {@code cell}. */
  public static CellParts of(SourceCodeAnalysis analysis, Cell cell) {
    List<Cell> parts = new ArrayList<>();
    String rest = cell.code();
    Completeness end = Completeness.EMPTY;
    while (!rest.isBlank()) {
      CompletionInfo info = analysis.analyzeCompletion(rest.replace(NON_SEALED, BLANKS));
      if (info.completeness() == Completeness.EMPTY) {
        break;
      }
      end = info.completeness();
      int offset = cell.code().length() - rest.length();
      boolean last = !end.isComplete() || end == Completeness.UNKNOWN || info.remaining().isBlank();
      parts.add(cell.part(offset, last && !end.isComplete() ? rest : source(rest, info)));
      if (last || info.remaining().length() >= rest.length()) {
        break;
      }
      rest = rest.substring(rest.length() - info.remaining().length());
    }
    return new CellParts(List.copyOf(parts), end);
  }

  /** Returns the first snippet of {@code rest} as the reader wrote it. */
  private static String source(String rest, CompletionInfo info) {
    int length = Math.min(rest.length(), info.source().length());
    return rest.substring(0, length) + info.source().substring(length);
  }

  /** Returns whether the last part cannot become valid by typing on. */
  public boolean isBroken() {
    return end == Completeness.UNKNOWN || end == Completeness.DEFINITELY_INCOMPLETE;
  }
}
