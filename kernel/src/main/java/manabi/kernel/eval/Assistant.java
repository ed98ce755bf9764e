package manabi.kernel.eval;

import java.util.List;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.VarSnippet;

/** Helps while a cell is typed: completions, signatures, whether the cell is complete. */
public final class Assistant {

  /**
   * What can stand at the cursor.
   *
   * @param matches the texts, the likeliest first
   * @param start where the text they replace begins
   */
  public record Completions(List<String> matches, int start) {}

  /** Whether a cell can run as it is. */
  public enum Completion {
    /** It can. */
    COMPLETE,
    /** Something has to follow. */
    INCOMPLETE,
    /** Nothing that follows can make it right. */
    INVALID
  }

  private static final String INDENT = "    ";

  private final JShell shell;
  private final SourceCodeAnalysis analysis;

  Assistant(JShell shell) {
    this.shell = shell;
    this.analysis = shell.sourceCodeAnalysis();
  }

  /** Returns what can stand at {@code cursor} in {@code code}. */
  public Completions complete(String code, int cursor) {
    String before = code.substring(0, cursor);
    int start = lastPartStart(before);
    Completions direct = suggestions(before.substring(start), start);
    if (!direct.matches().isEmpty() || start == 0) {
      return direct;
    }
    // As the inside of a block, what earlier lines of the same cell declare is known too.
    return suggestions("{" + before, -1);
  }

  private Completions suggestions(String text, int shift) {
    int[] anchor = {text.length()};
    List<Suggestion> found = analysis.completionSuggestions(text, text.length(), anchor);
    List<String> matches =
        found.stream()
            .sorted((a, b) -> Boolean.compare(b.matchesType(), a.matchesType()))
            .map(Suggestion::continuation)
            .distinct()
            .toList();
    return new Completions(matches, anchor[0] + shift);
  }

  private int lastPartStart(String before) {
    List<Cell> parts = CellParts.of(analysis, Cell.whole(0, before)).parts();
    return parts.isEmpty() ? 0 : parts.get(parts.size() - 1).start();
  }

  /** Returns the signatures, or the type and value, of what stands at {@code cursor}. */
  public Optional<String> inspect(String code, int cursor) {
    int end = cursor;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    String before = code.substring(0, end);
    Optional<String> variable = variable(before);
    if (variable.isPresent()) {
      return variable;
    }
    String text = before.substring(lastPartStart(before));
    String signatures = signatures(text);
    if (signatures.isEmpty()) {
      signatures = signatures(text + "(");
    }
    return signatures.isEmpty() ? Optional.empty() : Optional.of(signatures);
  }

  private Optional<String> variable(String before) {
    int start = before.length();
    while (start > 0 && Character.isJavaIdentifierPart(before.charAt(start - 1))) {
      start--;
    }
    String name = before.substring(start);
    boolean isMember = start > 0 && before.charAt(start - 1) == '.';
    return isMember
        ? Optional.empty()
        : shell
            .variables()
            .filter(variable -> variable.name().equals(name))
            .findFirst()
            .map(this::describe);
  }

  private String describe(VarSnippet variable) {
    return SnippetNames.readable(variable.typeName()) + " " + variable.name();
  }

  private String signatures(String text) {
    List<String> signatures =
        analysis.documentation(text, text.length(), false).stream()
            .map(Documentation::signature)
            .map(SnippetNames::readable)
            .distinct()
            .toList();
    return String.join("\n", signatures);
  }

  /** Returns whether {@code code} can run as it is. */
  public Completion completion(String code) {
    CellParts parts = CellParts.of(analysis, Cell.whole(0, code));
    if (parts.end() == Completeness.UNKNOWN) {
      return Completion.INVALID;
    }
    boolean open =
        parts.end() == Completeness.DEFINITELY_INCOMPLETE
            || parts.end() == Completeness.CONSIDERED_INCOMPLETE;
    return open ? Completion.INCOMPLETE : Completion.COMPLETE;
  }

  /** Returns the white space that the line after {@code code} begins with. */
  public String indent(String code) {
    return INDENT.repeat(SourceText.openBrackets(code));
  }
}
