package manabi.kernel.eval;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;

/** Holds the classes of the cells and of the jars that cells have added. */
final class CellClassLoader extends URLClassLoader implements LoaderDelegate {
  private final Map<String, byte[]> compiled = new ConcurrentHashMap<>();

  CellClassLoader(ClassLoader parent) {
    super("cells", new URL[0], parent);
  }

  /** Returns the class files of the cells' classes, by name, as the compiler made them. */
  Map<String, byte[]> compiled() {
    return compiled;
  }

  @Override
  public void load(ClassBytecodes[] classes) throws ClassInstallException {
    boolean[] loaded = new boolean[classes.length];
    for (ClassBytecodes type : classes) {
      compiled.put(type.name(), type.bytecodes());
    }
    try {
      for (int i = 0; i < classes.length; i++) {
        // Asking for the methods resolves what they need, now.
        Objects.requireNonNull(loadClass(classes[i].name()).getDeclaredMethods());
        loaded[i] = true;
      }
    } catch (ClassNotFoundException | LinkageError e) {
      throw new ClassInstallException("cannot load a class of this cell: " + e, loaded);
    }
  }

  /** Forgets the class files of code that has run and that no other code can name. */
  void forget(String className) {
    compiled.keySet().removeIf(name -> name.equals(className) || name.startsWith(className + "$"));
  }

  /** Returns whether a class that can be named uses a class of cells. */
  boolean isUsed(String className) {
    byte[] used = className.replace('.', '/').getBytes(StandardCharsets.UTF_8);
    String constant = new String(used, StandardCharsets.ISO_8859_1);
    return compiled.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(className))
        .map(entry -> new String(entry.getValue(), StandardCharsets.ISO_8859_1))
        .anyMatch(classFile -> classFile.contains(constant));
  }

  @Override
  public void classesRedefined(ClassBytecodes[] classes) {
    for (ClassBytecodes type : classes) {
      compiled.put(type.name(), type.bytecodes());
    }
  }

  /** Looks for cells' classes here first: asking every jar of the parent would only cost time. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return compiled.containsKey(name) ? findClass(name) : super.loadClass(name, resolve);
  }

  @Override
  public Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] classFile = compiled.get(name);
    if (classFile == null) {
      return VectorModule.has(name) ? getParent().loadClass(name) : super.findClass(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name, Weaver.weave(classFile)) : loaded;
    }
  }

  private Class<?> define(String name, byte[] classFile) {
    return defineClass(name, classFile, 0, classFile.length);
  }

  @Override
  public void addToClasspath(String path) throws InternalException {
    try {
      for (String entry : path.split(File.pathSeparator, -1)) {
        addURL(new File(entry).toURI().toURL());
      }
    } catch (MalformedURLException e) {
      throw new InternalException("no path: " + path + " (" + e.getMessage() + ")");
    }
  }
}
