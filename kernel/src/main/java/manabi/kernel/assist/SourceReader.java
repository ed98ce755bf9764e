package manabi.kernel.assist;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import manabi.kernel.eval.ClassPathFiles;
import manabi.kernel.eval.SourceFile;
import manabi.kernel.eval.TaskPool;
import manabi.kernel.eval.VectorModule;

/** Reads Java files with the compiler, as far as to know what their names mean. */
final class SourceReader {
  /** What is done with files that were read; nothing of them is valid afterwards. */
  @FunctionalInterface
  interface Work<T> {
    T on(Reading reading);
  }

  /**
   * Files that were read.
   *
   * @param task what read them
   * @param units the files, in order
   * @param errors what is wrong with them
   */
  record Reading(
      JavacTask task,
      List<CompilationUnitTree> units,
      List<Diagnostic<? extends JavaFileObject>> errors) {

    /** Returns where the first error of a file is, or the largest number where there is none. */
    long firstError(CompilationUnitTree unit) {
      return errors.stream()
          .filter(error -> error.getKind() == Diagnostic.Kind.ERROR)
          .filter(error -> unit.getSourceFile().getName().equals(error.getSource().getName()))
          .mapToLong(Diagnostic::getPosition)
          .min()
          .orElse(Long.MAX_VALUE);
    }
  }

  private final StandardJavaFileManager files = ClassPathFiles.ofThisJvm();
  private final List<String> options = options();
  private List<String> classpath = List.of();
  private TaskPool tasks = TaskPool.ofThisJvm();

  private static List<String> options() {
    List<String> options =
        new ArrayList<>(List.of("-proc:none", "-parameters", "--should-stop=ifError=FLOW"));
    options.addAll(VectorModule.compilerOptions());
    return options;
  }

  /** Looks for classes in {@code paths} from now on; returns whether these are others. */
  synchronized boolean classpath(List<String> paths) {
    boolean changed = !paths.equals(classpath);
    if (changed) {
      classpath = List.copyOf(paths);
      tasks = TaskPool.ofThisJvm(); // The old one remembers which classes do not exist.
      try {
        files.setLocation(StandardLocation.CLASS_PATH, paths.stream().map(File::new).toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return changed;
  }

  /** Returns the jar that has a class, or nothing for a class of the JDK or of a folder. */
  synchronized Optional<Path> jarOf(String className) {
    try {
      JavaFileObject file =
          files.getJavaFileForInput(StandardLocation.CLASS_PATH, className, Kind.CLASS);
      String place = file == null ? "" : file.toUri().toString();
      return place.startsWith("jar:") && place.contains("!")
          ? Optional.of(Path.of(URI.create(place.substring(4, place.indexOf('!')))))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Parses files. */
  synchronized <T> T parse(List<String> sources, Work<T> work) {
    return read(sources, task -> {}, work);
  }

  /** Parses a file and finds out what its names mean, whatever is wrong with it. */
  synchronized <T> T analyze(String source, Work<T> work) {
    return read(List.of(source), SourceReader::analyze, work);
  }

  private static void analyze(JavacTask task) {
    try {
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T read(List<String> sources, Consumer<JavacTask> step, Work<T> work) {
    DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
    List<SourceFile> inputs =
        IntStream.range(0, sources.size())
            .mapToObj(i -> new SourceFile(i, sources.get(i)))
            .toList();
    Function<JavacTask, T> use =
        task -> {
          List<CompilationUnitTree> units = parse(task);
          step.accept(task);
          return work.on(new Reading(task, units, errors.getDiagnostics()));
        };
    return tasks.with(files, errors, options, inputs, use);
  }

  private static List<CompilationUnitTree> parse(JavacTask task) {
    try {
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      return units;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
