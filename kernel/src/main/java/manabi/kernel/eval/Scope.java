package manabi.kernel.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import manabi.kernel.eval.Part.Kind;
import manabi.kernel.eval.Part.Variable;

/** What earlier cells have declared, as a new cell sees it, but for what it declares anew. */
final class Scope {
  private final JShell shell;
  private final Set<String> declared = new HashSet<>();

  Scope(JShell shell, List<Part> parts) {
    this.shell = shell;
    for (Part part : parts) {
      if (part.kind() == Kind.METHOD) {
        declared.add(method(part.name(), part.parameterTypes()));
      } else if (part.kind() == Kind.TYPE) {
        declared.add("type " + part.name());
      } else if (part.kind() == Kind.IMPORT) {
        String code = part.cell().code().strip();
        declared.add(
            "type " + code.substring(code.lastIndexOf('.') + 1).replaceFirst("\\s*;$", ""));
      }
      part.variables().stream()
          .map(Variable::name)
          .forEach(name -> declared.add("variable " + name));
    }
  }

  private static String method(String name, String parameterTypes) {
    return "method " + name + "(" + parameterTypes.replace(" ", "") + ")";
  }

  /** Returns the import declarations that make it visible. */
  List<String> imports() {
    List<String> lines = new ArrayList<>();
    active()
        .forEach(
            snippet -> {
              if (snippet instanceof ImportSnippet imported) {
                addImport(imported, lines);
              } else if (snippet instanceof PersistentSnippet named && !isDeclaredAnew(named)) {
                lines.add("import static " + holder(named) + "." + named.name() + ";");
              }
            });
    return lines;
  }

  /**
   * Returns whether all declarations are complete, so that nothing has to be looked up as it runs.
   */
  boolean isSettled() {
    return active().allMatch(snippet -> shell.status(snippet) == Status.VALID);
  }

  /** Returns the variable of a name. */
  Optional<VarSnippet> variable(String name) {
    return active()
        .filter(VarSnippet.class::isInstance)
        .map(VarSnippet.class::cast)
        .filter(variable -> variable.name().equals(name))
        .findFirst();
  }

  private Stream<Snippet> active() {
    return shell.snippets().filter(snippet -> shell.status(snippet).isActive());
  }

  private void addImport(ImportSnippet imported, List<String> lines) {
    if (!declared.contains("type " + imported.name())) {
      String source = imported.source().strip();
      lines.add(source.endsWith(";") ? source : source + ";");
    }
  }

  private boolean isDeclaredAnew(PersistentSnippet snippet) {
    if (snippet instanceof MethodSnippet method) {
      return declared.contains(method(method.name(), method.parameterTypes()));
    }
    if (snippet instanceof VarSnippet variable) {
      return declared.contains("variable " + variable.name());
    }
    return snippet instanceof TypeDeclSnippet type && declared.contains("type " + type.name());
  }

  /** Returns the name of the class that JShell has put a declaration into. */
  String holder(Snippet snippet) {
    return shell.sourceCodeAnalysis().wrapper(snippet).fullClassName();
  }
}
