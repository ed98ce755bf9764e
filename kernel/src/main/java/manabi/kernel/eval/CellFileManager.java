package manabi.kernel.eval;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/**
 * The compiler's files: those of the class path and the classes of the cells. What it compiles is
 * kept in memory.
 */
final class CellFileManager extends ForwardingJavaFileManager<JavaFileManager> {
  /** The package that JShell puts the cells' classes into. */
  static final String PACKAGE = "REPL";

  private final Map<String, byte[]> compiled;
  private final List<ClassOutput> made = new ArrayList<>();

  CellFileManager(JavaFileManager files, Map<String, byte[]> compiled) {
    super(files);
    this.compiled = compiled;
  }

  private static final class CompiledFile extends SimpleJavaFileObject {
    private final String className;
    private final byte[] classFile;

    CompiledFile(String className, byte[] classFile) {
      super(URI.create("cell:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
      this.className = className;
      this.classFile = classFile;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(classFile);
    }
  }

  private static final class ClassOutput extends SimpleJavaFileObject {
    private final String className;
    private final ByteArrayOutputStream classFile = new ByteArrayOutputStream();

    ClassOutput(String className) {
      super(URI.create("cell:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
      this.className = className;
    }

    @Override
    public OutputStream openOutputStream() {
      return classFile;
    }

    ClassBytecodes toClass() {
      return new ClassBytecodes(className, classFile.toByteArray());
    }
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, Kind kind, FileObject sibling) {
    ClassOutput file = new ClassOutput(className);
    made.add(file);
    return file;
  }

  /** Returns the classes that were compiled, and forgets them. */
  ClassBytecodes[] takeClasses() {
    ClassBytecodes[] classes =
        made.stream().map(ClassOutput::toClass).toArray(ClassBytecodes[]::new);
    made.clear();
    return classes;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    boolean areCells = location == StandardLocation.CLASS_PATH && packageName.equals(PACKAGE);
    if (!areCells || !kinds.contains(Kind.CLASS)) {
      return super.list(location, packageName, kinds, recurse);
    }
    List<JavaFileObject> found = new ArrayList<>();
    compiled.forEach((name, classFile) -> found.add(new CompiledFile(name, classFile)));
    return found;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof CompiledFile type
        ? type.className
        : super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return a == b;
  }
}
