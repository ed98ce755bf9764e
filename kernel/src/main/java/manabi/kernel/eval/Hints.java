package manabi.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What the reader probably meant by a name that the compiler does not know. */
final class Hints {
  private static final Pattern MISSING =
      Pattern.compile("symbol:\\s+(?<kind>class|variable|method) (?<name>\\w+)");
  private static final int MAX_IMPORTS = 4;

  private final JShell shell;
  private final SourceCodeAnalysis analysis;
  private final Workspace workspace;

  Hints(JShell shell, Workspace workspace) {
    this.shell = shell;
    this.workspace = workspace;
    this.analysis = shell.sourceCodeAnalysis();
  }

  /**
   * Returns what helps with an error at a position in a part of a cell.
   *
   * @param declared the names that the cell itself declares
   */
  List<String> of(Cell part, int position, String message, List<String> declared) {
    Matcher missing = MISSING.matcher(message);
    if (!missing.find()) {
      return List.of();
    }
    String name = missing.group("name");
    List<String> hints = new ArrayList<>();
    if (!missing.group("kind").equals("method") && !isMember(part, position)) {
      hints.addAll(imports(name));
    }
    if (hints.isEmpty()) {
      workspace.standardImports().giveAll();
      nearest(part, position, name, declared)
          .ifPresent(near -> hints.add("did you mean " + near + "?"));
    }
    return hints;
  }

  private List<String> imports(String name) {
    return workspace.types().typesNamed(name).stream()
        .filter(workspace::isPublic)
        .sorted()
        .limit(MAX_IMPORTS)
        .map(type -> "is an import missing? import " + type + ";")
        .toList();
  }

  private static boolean isMember(Cell part, int position) {
    return position < part.code().length() && part.code().charAt(position) == '.';
  }

  private Optional<String> nearest(Cell part, int position, String name, List<String> declared) {
    Stream<String> names;
    if (isMember(part, position)) {
      names = suggestions(part.code().substring(0, position + 1));
    } else {
      Stream<String> known = Stream.concat(declared.stream(), declaredBefore());
      names = Stream.concat(known, suggestions(name.substring(0, 1)));
    }
    return NearestName.of(name, names.filter(other -> !other.equals(name)).distinct().toList());
  }

  private Stream<String> declaredBefore() {
    return shell
        .snippets()
        .filter(snippet -> shell.status(snippet).isActive())
        .filter(DeclarationSnippet.class::isInstance)
        .map(snippet -> ((DeclarationSnippet) snippet).name());
  }

  private Stream<String> suggestions(String code) {
    return analysis.completionSuggestions(code, code.length(), new int[1]).stream()
        .map(Suggestion::continuation)
        .map(text -> text.replaceFirst("[(<].*", ""));
  }
}
