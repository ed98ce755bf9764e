package manabi.kernel.eval;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/** The compiler, used to look at code before any of it runs. */
final class Javac {

  /** One use of the compiler, and what it said; over when the work with it is done. */
  record Run(
      JavacTask task, List<CompilationUnitTree> units, DiagnosticCollector<JavaFileObject> said) {

    private static Run of(JavacTask task, DiagnosticCollector<JavaFileObject> said) {
      try {
        List<CompilationUnitTree> units = new ArrayList<>();
        task.parse().forEach(units::add);
        return new Run(task, units, said);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Returns the files with errors. */
    Set<URI> faultyFiles() {
      return errors().stream().map(error -> error.getSource().toUri()).collect(Collectors.toSet());
    }

    List<Diagnostic<? extends JavaFileObject>> errors() {
      return said.getDiagnostics().stream()
          .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
          .toList();
    }
  }

  private final Lazy<StandardJavaFileManager> standardFiles = new Lazy<>(ClassPathFiles::ofThisJvm);
  private final Lazy<CellFileManager> files;
  private final List<String> options;
  private Lazy<TaskPool> tasks = new Lazy<>(TaskPool::forCells);
  private boolean isWarm;

  /**
   * Prepares the compiler.
   *
   * @param loader whose classes the code may use
   */
  Javac(CellClassLoader loader, List<String> options) {
    this.files = new Lazy<>(() -> new CellFileManager(standardFiles.get(), loader.compiled()));
    this.options = options;
  }

  /** Returns what {@code work} makes of a run over {@code sources}, which are parsed by then. */
  <T> T with(List<SourceFile> sources, Function<Run, T> work) {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    return tasks
        .get()
        .with(files.get(), said, options, sources, task -> work.apply(Run.of(task, said)));
  }

  /** Looks for errors of every kind. */
  void analyze(Run run) {
    try {
      run.task().analyze();
      isWarm = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns whether the compiler has read what every run needs; the first one takes long. */
  boolean isWarm() {
    return isWarm;
  }

  /** Returns the classes of a run that was analyzed and has no errors. */
  ClassBytecodes[] generate(Run run) {
    try {
      run.task().generate();
      return files.get().takeClasses();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the classes of a jar or folder known to the code that follows. */
  void addToClasspath(String path) {
    List<File> entries = new ArrayList<>();
    standardFiles.get().getLocation(StandardLocation.CLASS_PATH).forEach(entries::add);
    for (String entry : path.split(File.pathSeparator, -1)) {
      entries.add(new File(entry));
    }
    try {
      standardFiles.get().setLocation(StandardLocation.CLASS_PATH, entries);
      tasks = new Lazy<>(TaskPool::forCells); // The old one remembers which classes do not exist.
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be on the class path: " + path, e);
    }
  }
}
