package manabi.kernel.eval;

import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * What cells have declared so far. It may be asked from every thread, also while a cell runs: it is
 * told of each change and needs nothing from the JShell.
 */
public final class Workspace {
  private final Map<String, Snippet> declared = new LinkedHashMap<>();
  private final List<String> classpath = new CopyOnWriteArrayList<>();
  private final JShell shell;
  private final ClassFinder classes;
  private final StandardImports imports;
  private final TypeIndex types = new TypeIndex();

  /** Finds the classes that snippets were compiled to. */
  @FunctionalInterface
  interface ClassFinder {
    Class<?> find(String name) throws ClassNotFoundException;
  }

  Workspace(JShell shell, CellClassLoader loader) {
    this.shell = shell;
    this.classes = loader::loadClass;
    this.imports = new StandardImports(shell, this::classpath, loader);
    classpath.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
    var unused = shell.onSnippetEvent(this::changed);
  }

  private void changed(SnippetEvent event) {
    synchronized (declared) {
      if (event.status().isActive() && event.snippet().kind().isPersistent()) {
        declared.put(event.snippet().id(), event.snippet());
      } else {
        declared.remove(event.snippet().id(), event.snippet()); // Not what has replaced it.
      }
    }
  }

  void addToClasspath(String path) {
    classpath.addAll(List.of(path.split(File.pathSeparator, -1)));
    imports.classpathChanged();
  }

  /** Returns what every cell sees without an import of its own. */
  StandardImports standardImports() {
    return imports;
  }

  /** Returns the import statements that hold for every cell, the kernel's own first. */
  public List<String> imports() {
    return withThoseOfCells(imports.statements());
  }

  /** Returns the import statements that some name in {@code code} may need. */
  public List<String> importsFor(String code) {
    return withThoseOfCells(imports.statementsFor(code));
  }

  private List<String> withThoseOfCells(List<String> statements) {
    Stream<String> cells =
        declared().stream()
            .filter(snippet -> snippet instanceof ImportSnippet)
            .filter(snippet -> !StandardImports.isTheirs(snippet))
            .map(snippet -> snippet.source().strip());
    return Stream.concat(statements.stream(), cells).toList();
  }

  /** Returns the imports, variables, methods and types that cells see, the oldest first. */
  public List<Snippet> declared() {
    synchronized (declared) {
      return new ArrayList<>(declared.values());
    }
  }

  /** Returns the names of all types that cells can import; the first call looks for them. */
  public TypeIndex types() {
    types.add(classpath());
    return types;
  }

  /** Returns whether cells may use a type; false where there is none of that name. */
  boolean isPublic(String typeName) {
    try {
      return Modifier.isPublic(classes.find(typeName).getModifiers());
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Returns the jars and folders that cells see. */
  public List<String> classpath() {
    return List.copyOf(classpath);
  }

  /**
   * Returns the value of a variable.
   *
   * @throws ReflectiveOperationException if the variable is gone
   */
  public Object value(VarSnippet variable) throws ReflectiveOperationException {
    String type = shell.sourceCodeAnalysis().wrapper(variable).fullClassName();
    Field field = classes.find(type).getDeclaredField(variable.name());
    field.setAccessible(true);
    return field.get(null);
  }
}
