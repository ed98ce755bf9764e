package manabi.kernel.eval;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;

/**
 * What every cell sees without an import of its own.
 *
 * <p>JShell gets such an import when a cell has a name that it may stand for. For each import of a
 * whole package the compiler makes a list of all its types, twice for each snippet; with all of
 * them that was a good part of what a first cell waited for.
 */
final class StandardImports {
  // JShell knows imports that come as one snippet by the first of them. A cell that has the same
  // one would replace them all: so it is one that no cell needs.
  private static final String FIRST = "import java.lang.ClassCircularityError;";

  private final JShell shell;
  private final Supplier<ImportedNames> lookUp;
  private final List<String> imports = new CopyOnWriteArrayList<>();
  private final Set<String> given = new LinkedHashSet<>();
  private final Set<String> refused = new HashSet<>();
  private volatile ImportedNames names;

  /**
   * Has no import yet.
   *
   * @param classpath the jars and folders that cells see, as they are now
   * @param loader what loads the classes of cells
   */
  StandardImports(JShell shell, Supplier<List<String>> classpath, ClassLoader loader) {
    this.shell = shell;
    this.lookUp =
        () ->
            new ImportedNames(
                imports, new PackageTypes(classpath.get().stream().map(Path::of).toList()), loader);
  }

  /** Returns whether a snippet is JShell's form of these imports. */
  static boolean isTheirs(Snippet snippet) {
    return snippet.source().startsWith(FIRST);
  }

  /** Adds imports, each as {@code "java.util.*"}. */
  void add(Collection<String> more) {
    imports.addAll(more);
    classpathChanged();
  }

  /** Has the names looked up anew: there may be more packages and types now. */
  void classpathChanged() {
    names = null;
    refused.clear();
  }

  /** Returns the import statements. */
  List<String> statements() {
    return imports.stream().map(StandardImports::statement).toList();
  }

  /** Returns the import statements that {@code code} may need; all while nothing is looked up. */
  List<String> statementsFor(String code) {
    ImportedNames known = names;
    return known == null
        ? statements()
        : known.neededBy(code).stream().map(StandardImports::statement).toList();
  }

  private static String statement(String imported) {
    return "import " + imported + ";";
  }

  /** Lets JShell know what the names in {@code code} may stand for. */
  void giveFor(String code) {
    if (!given.containsAll(imports) && ImportedNames.hasNames(code)) {
      give(names().neededBy(code));
    }
  }

  /** Lets JShell know everything, so that it can tell what a mistyped name was meant to be. */
  void giveAll() {
    give(imports);
  }

  /** Has the compiler start, for which the first snippet would else wait. */
  void startCompiler() {
    var unused = shell.eval(FIRST);
  }

  /** Looks at what the imports make known, which the first cell with a name would else wait for. */
  ImportedNames names() {
    if (names == null) {
      names = lookUp.get();
    }
    return names;
  }

  /** Gives imports that are new as one snippet, as every snippet takes a run of the compiler. */
  private void give(Collection<String> needed) {
    Set<String> more = new LinkedHashSet<>(needed);
    more.removeAll(refused);
    if (given.addAll(more) && !isAccepted(together(given))) {
      more.stream().filter(one -> !isAccepted(statement(one))).forEach(refused::add);
      given.removeAll(refused);
      boolean unused = isAccepted(together(given));
    }
  }

  private static String together(Collection<String> imports) {
    return imports.stream()
        .map(StandardImports::statement)
        .collect(Collectors.joining("\n", FIRST + "\n", ""));
  }

  private boolean isAccepted(String statements) {
    return shell.eval(statements).stream().allMatch(event -> event.status() != Status.REJECTED);
  }
}
