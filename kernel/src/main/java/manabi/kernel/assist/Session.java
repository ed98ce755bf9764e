package manabi.kernel.assist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;
import manabi.kernel.eval.Workspace;

/** What earlier cells have declared, in the form that a {@link CellUnit} needs. */
final class Session {
  private final Workspace workspace;
  private final Members members;
  private Map<Snippet, Declared> known = Map.of();
  private Map<String, List<Declared>> byName = Map.of();
  private List<String> imports = List.of();
  private Imports knownImports = Imports.of(List.of());

  Session(Workspace workspace, Members members) {
    this.workspace = workspace;
    this.members = members;
  }

  /** Looks at what is declared now; returns whether that is something else than before. */
  boolean refresh() {
    List<Snippet> snippets = workspace.declared();
    boolean otherImports = refreshImports();
    if (snippets.size() == known.size() && known.keySet().containsAll(snippets)) {
      return otherImports;
    }
    Map<Snippet, Declared> now = new HashMap<>();
    for (Snippet snippet : snippets) {
      Declared declared = known.get(snippet);
      now.put(snippet, declared == null ? declared(snippet) : declared);
    }
    known = now;
    byName =
        snippets.stream()
            .filter(snippet -> !(snippet instanceof ImportSnippet))
            .map(now::get)
            .collect(Collectors.groupingBy(Declared::name));
    return true;
  }

  private boolean refreshImports() {
    List<String> now = workspace.imports();
    boolean changed = !now.equals(imports);
    if (changed) {
      imports = now;
      knownImports = Imports.of(now);
    }
    return changed;
  }

  private Declared declared(Snippet snippet) {
    String source = snippet.source();
    if (snippet instanceof VarSnippet variable) {
      String text = "static " + denotable(variable.typeName()) + " " + variable.name() + ";";
      return Declared.of(variable.name(), snippet, text);
    }
    String name = ((PersistentSnippet) snippet).name();
    if (snippet instanceof ImportSnippet) {
      return Declared.of(name, snippet, source);
    }
    return Declared.of(name, snippet, "static " + members.of(List.of(source)).get(0).text());
  }

  /** Returns a type that can be written, which the type of a {@code var} may not be. */
  private static String denotable(String type) {
    if (type.startsWith("<")) {
      return "Object";
    }
    return type.contains("&") ? type.replaceFirst("<.*", "") : type;
  }

  /** Returns what was declared under a name: a variable, a type, methods. */
  List<Declared> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** Returns whether a name is, or was declared as well, that of a variable. */
  boolean isVariable(String name) {
    return named(name).stream().anyMatch(one -> one.snippet() instanceof VarSnippet);
  }

  /** Returns everything that was declared, apart from imports. */
  Stream<Declared> all() {
    return byName.values().stream().flatMap(List::stream);
  }

  /** Returns the jars and folders that cells see. */
  List<String> classpath() {
    return workspace.classpath();
  }

  /** Returns what is imported, by {@code unit} too. */
  Imports imports(CellUnit unit) {
    if (unit.imports().isEmpty()) {
      return knownImports;
    }
    List<String> all = new ArrayList<>(imports);
    all.addAll(unit.imports());
    return Imports.of(all);
  }
}
