package manabi.kernel.eval;

import com.sun.source.util.JavacTask;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a pooled compiler remembers of the cells' package. It reads a package once, but the next
 * cell adds classes to this one, so it must forget it after each task; JShell does so with its own.
 *
 * <p>This is no public interface of the compiler: {@code --add-exports
 * jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED} opens it.
 */
final class CellSymbols {
  private static final String CODE = "com.sun.tools.javac.code.";

  private final Method context = method("com.sun.tools.javac.api.BasicJavacTask", "getContext");
  private final Method symbolTable = method(CODE + "Symtab", "instance");
  private final Method allClasses = method(CODE + "Symtab", "getAllClasses");
  private final Method packageSymbol = method(CODE + "Symtab", "getPackage");
  private final Method remove = method(CODE + "Symtab", "removeClass");
  private final Field module = field(CODE + "Symtab", "unnamedModule");
  private final Method packageOf = method(CODE + "Symbol", "packge");
  private final Method flatName = method(CODE + "Symbol", "flatName");
  private final Field members = field(CODE + "Symbol$PackageSymbol", "members_field");
  private final Field completer = field(CODE + "Symbol", "completer");
  private final Method classFinder = method(CODE + "ClassFinder", "instance");
  private final Method reader = method(CODE + "ClassFinder", "getCompleter");

  private CellSymbols() throws ReflectiveOperationException {
    // Asking for a constant of the package says whether this JVM exports it.
    field(CODE + "Flags", "PUBLIC").get(null);
  }

  /** Returns the way to them, or nothing where this JVM has none. */
  static Optional<CellSymbols> ofThisJvm() {
    try {
      return Optional.of(new CellSymbols());
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static Method method(String type, String name) throws ReflectiveOperationException {
    return Arrays.stream(Class.forName(type).getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchMethodException(type + "." + name));
  }

  private static Field field(String type, String name) throws ReflectiveOperationException {
    return Class.forName(type).getField(name);
  }

  /**
   * Returns what makes the compiler read the package anew when it needs it next, for after a task.
   */
  Runnable forgetting(JavacTask task) {
    try {
      Object compiler = context.invoke(task); // The task forgets it when it is done.
      Object name = task.getElements().getName(CellFileManager.PACKAGE);
      return () -> forget(compiler, name);
    } catch (ReflectiveOperationException e) {
      throw inaccessible(e);
    }
  }

  private void forget(Object compiler, Object name) {
    try {
      Object symbols = symbolTable.invoke(null, compiler);
      Object unnamed = module.get(symbols);
      Object cells = packageSymbol.invoke(symbols, unnamed, name);
      if (cells == null || members.get(cells) == null) {
        return; // The task has only parsed: it has asked for no class of the package.
      }
      for (Object type : (Iterable<?>) allClasses.invoke(symbols)) {
        if (packageOf.invoke(type) == cells) {
          remove.invoke(symbols, unnamed, flatName.invoke(type));
        }
      }
      members.set(cells, null);
      completer.set(cells, reader.invoke(classFinder.invoke(null, compiler)));
    } catch (ReflectiveOperationException e) {
      throw inaccessible(e);
    }
  }

  private static IllegalStateException inaccessible(ReflectiveOperationException cause) {
    return new IllegalStateException("the compiler's symbols were accessible before", cause);
  }
}
