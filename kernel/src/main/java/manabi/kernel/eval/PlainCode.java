package manabi.kernel.eval;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import manabi.kernel.eval.CellExecution.Outcome;
import manabi.kernel.eval.Part.Variable;
import manabi.kernel.eval.PlainUnit.Frame;

/**
 * Runs the parts of cells that declare nothing new, without the JShell: statements, expressions,
 * and variables declared again with the type that they have. JShell runs the compiler three times
 * for such a part and keeps it for ever; this runs it once and keeps nothing.
 *
 * <p>What does not compile here is left to the JShell, which says what is wrong.
 */
final class PlainCode {
  private final Snippets snippets;
  private final Javac javac;
  private final CellClassLoader loader;
  private final CellExecution execution;
  private final RuntimeErrors runtimeErrors;
  private int count;

  PlainCode(
      Snippets snippets,
      Javac javac,
      CellClassLoader loader,
      CellExecution execution,
      RuntimeErrors runtimeErrors) {
    this.snippets = snippets;
    this.javac = javac;
    this.loader = loader;
    this.execution = execution;
    this.runtimeErrors = runtimeErrors;
  }

  /** A part that is compiled. */
  final class Ready {
    private final PlainUnit unit;
    private final Method method;

    private Ready(PlainUnit unit, Class<?> type) throws NoSuchMethodException {
      this.unit = unit;
      this.method = type.getDeclaredMethod(PlainUnit.METHOD);
      method.setAccessible(true);
    }

    /**
     * Runs it, and returns its value if it is an expression.
     *
     * @throws CellFailure if it throws or is interrupted
     */
    Optional<CellValue> run() throws CellFailure {
      Cell cell = unit.part().cell();
      runtimeErrors.origin(unit);
      unit.part().variables().forEach(variable -> snippets.variables().reset(variable.name()));
      Outcome outcome = execution.run(method);
      Snippets.throwIfInterrupted(cell);
      if (outcome.thrown() != null) {
        throw runtimeErrors.failure(outcome.thrown());
      }
      boolean isValue = method.getReturnType() != void.class;
      return isValue ? Optional.of(new CellValue(outcome.value())) : Optional.empty();
    }
  }

  /** Does what the first part would else wait for. */
  void warmUp() {
    var unused = prepare(Part.of(Cell.whole(0, "1"), Part.Kind.EXPRESSION));
  }

  /** Returns a part ready to run, or nothing where only the JShell can run it. */
  Optional<Ready> prepare(Part part) {
    Scope scope = new Scope(snippets.shell(), List.of(part));
    if (part.isHoisted() || !scope.isSettled()) {
      return Optional.empty();
    }
    count++;
    Frame frame = new Frame("$JShell$r" + count, scope.imports());
    boolean isEnded = SourceText.endsStatement(part.cell().code());
    return switch (part.kind()) {
      case EXPRESSION -> compile(frame.value(part));
      case STATEMENT ->
          (isEnded ? Optional.<Ready>empty() : compile(frame.value(part)))
              .or(() -> compile(frame.statement(part)));
      default -> redeclaration(frame, part, scope);
    };
  }

  private Optional<Ready> redeclaration(Frame frame, Part part, Scope scope) {
    Variable variable = part.variables().get(0);
    boolean isOne = part.variables().size() == 1 && variable.initializer().isPresent();
    Optional<VarSnippet> known = isOne ? scope.variable(variable.name()) : Optional.empty();
    return known.flatMap(
        snippet -> {
          String field = scope.holder(snippet) + "." + snippet.name();
          return compile(frame.assignment(part, variable, field), PlainCode::keepsType);
        });
  }

  private Optional<Ready> compile(PlainUnit unit) {
    return compile(unit, run -> true);
  }

  private Optional<Ready> compile(PlainUnit unit, Predicate<Javac.Run> accepts) {
    Optional<ClassBytecodes[]> classes =
        javac.with(
            List.of(new SourceFile(count, unit.code())),
            run -> {
              javac.analyze(run);
              return run.errors().isEmpty() && accepts.test(run)
                  ? Optional.of(javac.generate(run))
                  : Optional.empty();
            });
    return classes.map(made -> ready(unit, made));
  }

  private Ready ready(PlainUnit unit, ClassBytecodes[] classes) {
    try {
      loader.load(classes);
      return new Ready(unit, loader.loadClass(unit.className()));
    } catch (ClassInstallException | ClassNotFoundException | NoSuchMethodException e) {
      throw new IllegalStateException("a class that was just compiled must load", e);
    } finally {
      loader.forget(unit.className()); // No other code can name it.
    }
  }

  /** Returns whether the last assignment is between two variables of the same type. */
  private static boolean keepsType(Javac.Run run) {
    Trees trees = Trees.instance(run.task());
    boolean[] same = {false};
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitAssignment(AssignmentTree tree, Void unused) {
        List<TypeMirror> types =
            Stream.of(tree.getVariable(), tree.getExpression())
                .map(side -> trees.getTypeMirror(new TreePath(getCurrentPath(), side)))
                .toList();
        same[0] =
            tree.getExpression() instanceof IdentifierTree value
                && value.getName().contentEquals(PlainUnit.VALUE)
                && run.task().getTypes().isSameType(types.get(0), types.get(1));
        return super.visitAssignment(tree, null);
      }
    }.scan(run.units(), null);
    return same[0];
  }
}
