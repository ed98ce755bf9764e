package manabi.kernel.eval;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * The compiler's files, of which a jar is opened when one of its packages is asked for. The
 * compiler's own manager looks into every jar of the class path for every package, which is most of
 * what a first cell waits for.
 */
public final class ClassPathFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
    implements StandardJavaFileManager {
  private final Map<Path, StandardJavaFileManager> opened = new HashMap<>();
  private List<Path> entries;

  private final boolean isForShell;

  private ClassPathFiles(StandardJavaFileManager files, boolean isForShell) {
    super(files);
    this.isForShell = isForShell;
    entries = List.copyOf(paths(files));
  }

  /** Returns files with the class path of this JVM. */
  public static ClassPathFiles ofThisJvm() {
    return new ClassPathFiles(newManager(), false);
  }

  /**
   * Returns the files for a shell. It is not told where they are: it asks only to make a list of
   * all types of the platform and the class path, as the kernel itself has in {@link TypeIndex}.
   */
  public static ClassPathFiles forShell(StandardJavaFileManager files) {
    return new ClassPathFiles(files, true);
  }

  private static StandardJavaFileManager newManager() {
    return ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, Locale.ENGLISH, null);
  }

  private static List<Path> paths(StandardJavaFileManager files) {
    List<Path> paths = new ArrayList<>();
    Iterable<? extends Path> found = files.getLocationAsPaths(StandardLocation.CLASS_PATH);
    if (found != null) {
      found.forEach(paths::add);
    }
    return paths;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    if (location != StandardLocation.CLASS_PATH || recurse) {
      return super.list(location, packageName, kinds, recurse);
    }
    List<JavaFileObject> found = new ArrayList<>();
    for (Path entry : entriesWith(packageName)) {
      manager(entry).list(location, packageName, kinds, false).forEach(found::add);
    }
    return found;
  }

  @Override
  public JavaFileObject getJavaFileForInput(Location location, String className, Kind kind)
      throws IOException {
    if (location != StandardLocation.CLASS_PATH) {
      return super.getJavaFileForInput(location, className, kind);
    }
    String packageName = className.substring(0, Math.max(0, className.lastIndexOf('.')));
    for (Path entry : entriesWith(packageName)) {
      JavaFileObject file = manager(entry).getJavaFileForInput(location, className, kind);
      if (file != null) {
        return file;
      }
    }
    return null;
  }

  /**
   * Returns a loader without the class path, where the compiler would look for plugins of its own:
   * in every jar, at every task. One that a reader's option names is found on the processor path.
   */
  @Override
  public ClassLoader getClassLoader(Location location) {
    return location == StandardLocation.CLASS_PATH
        ? ClassLoader.getPlatformClassLoader()
        : super.getClassLoader(location);
  }

  private synchronized List<Path> entriesWith(String packageName) {
    return isOnNoClassPath(packageName)
        ? List.of()
        : entries.stream()
            .filter(entry -> JarPackages.OF_THIS_JVM.mayHave(entry, packageName))
            .toList();
  }

  /**
   * Returns whether cells could use no class of a package that was on the class path: Java's own
   * are elsewhere, those without a package have no name in a package, and the cells' are in memory.
   * For the start the compiler asks for no other, so that it need not look into any jar.
   */
  private static boolean isOnNoClassPath(String packageName) {
    return packageName.isEmpty()
        || packageName.equals("java")
        || packageName.startsWith("java.")
        || packageName.equals(CellFileManager.PACKAGE);
  }

  private synchronized StandardJavaFileManager manager(Path entry) throws IOException {
    StandardJavaFileManager manager = opened.get(entry);
    if (manager == null) {
      manager = newManager();
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(entry));
      opened.put(entry, manager);
    }
    return manager;
  }

  private synchronized void changed() {
    entries = List.copyOf(paths(fileManager));
  }

  @Override
  public boolean handleOption(String current, Iterator<String> remaining) {
    boolean known = super.handleOption(current, remaining);
    changed();
    return known;
  }

  @Override
  public void setLocation(Location location, Iterable<? extends File> path) throws IOException {
    fileManager.setLocation(location, path);
    changed();
  }

  @Override
  public Iterable<? extends File> getLocation(Location location) {
    return fileManager.getLocation(location);
  }

  @Override
  public Iterable<? extends Path> getLocationAsPaths(Location location) {
    return isForShell ? null : fileManager.getLocationAsPaths(location);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return fileManager.isSameFile(a, b);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
      Iterable<? extends File> files) {
    return fileManager.getJavaFileObjectsFromFiles(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
    return fileManager.getJavaFileObjects(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
    return fileManager.getJavaFileObjectsFromStrings(names);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
    return fileManager.getJavaFileObjects(names);
  }

  @Override
  public void close() throws IOException {
    for (StandardJavaFileManager manager : opened.values()) {
      manager.close();
    }
    super.close();
  }
}
