package manabi.kernel.eval;

import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The compiler, used to look at code before any of it runs. */
final class Javac {

  /** One use of the compiler, and what it said. */
  record Run(JavacTask task, DiagnosticCollector<JavaFileObject> said) {

    /** Looks for errors of every kind. */
    void analyze() {
      try {
        task.analyze();
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

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager standardFiles = ClassPathFiles.ofThisJvm();
  private final CellFileManager files;
  private final List<String> options;

  /**
   * Prepares the compiler.
   *
   * @param loader whose classes the code may use
   */
  Javac(CellClassLoader loader, List<String> options) {
    this.files = new CellFileManager(standardFiles, loader.compiled());
    this.options = options;
  }

  Run run(List<SourceFile> sources) {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    var task = compiler.getTask(Writer.nullWriter(), files, said, options, null, sources);
    return new Run((JavacTask) task, said);
  }

  /** Makes the classes of a jar or folder known to the code that follows. */
  void addToClasspath(String path) {
    List<File> entries = new ArrayList<>();
    standardFiles.getLocation(StandardLocation.CLASS_PATH).forEach(entries::add);
    for (String entry : path.split(File.pathSeparator, -1)) {
      entries.add(new File(entry));
    }
    try {
      standardFiles.setLocation(StandardLocation.CLASS_PATH, entries);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be on the class path: " + path, e);
    }
  }
}
