package manabi.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.QualifiedNames;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What the reader probably meant by a name that the compiler does not know. */
final class Hints {
  private static final Pattern MISSING =
      Pattern.compile("symbol:\\s+(?<kind>class|variable|method) (?<name>\\w+)");
  private static final String OWN_COPIES = "manabi.kernel.shaded.";
  private static final int MAX_IMPORTS = 4;
  private static final int INDEX_MILLIS = 2_000;
  private static final int PAUSE_MILLIS = 20;

  private final JShell shell;
  private final SourceCodeAnalysis analysis;

  Hints(JShell shell) {
    this.shell = shell;
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
      nearest(part, position, name, declared)
          .ifPresent(near -> hints.add("did you mean " + near + "?"));
    }
    return hints;
  }

  private List<String> imports(String name) {
    return index(name).getNames().stream()
        .filter(type -> type.endsWith("." + name) && !type.startsWith(OWN_COPIES))
        .limit(MAX_IMPORTS)
        .map(type -> "is an import missing? import " + type + ";")
        .toList();
  }

  /** Returns the classes of that name; right after the start it waits for JShell's list of all. */
  private QualifiedNames index(String name) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(INDEX_MILLIS);
    QualifiedNames found = analysis.listQualifiedNames(name, name.length());
    while (!found.isUpToDate() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
      found = analysis.listQualifiedNames(name, name.length());
    }
    return found;
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
