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

  /** Returns the parts of {@code cell}. */
  public static CellParts of(SourceCodeAnalysis analysis, Cell cell) {
    List<Cell> parts = new ArrayList<>();
    String rest = cell.code();
    Completeness end = Completeness.EMPTY;
    while (!rest.isBlank()) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      if (info.completeness() == Completeness.EMPTY) {
        break;
      }
      end = info.completeness();
      int offset = cell.code().length() - rest.length();
      boolean last = !end.isComplete() || end == Completeness.UNKNOWN || info.remaining().isBlank();
      parts.add(cell.part(offset, last && !end.isComplete() ? rest : info.source()));
      if (last || info.remaining().length() >= rest.length()) {
        break;
      }
      rest = info.remaining();
    }
    return new CellParts(List.copyOf(parts), end);
  }

  /** Returns whether the last part cannot become valid by typing on. */
  public boolean isBroken() {
    return end == Completeness.UNKNOWN || end == Completeness.DEFINITELY_INCOMPLETE;
  }
}
