package manabi.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControl.ExecutionControlException;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Evaluates cells of Java in this JVM. One thread evaluates; {@link #interrupt()} may be called
 * from every thread.
 */
public final class JavaEngine implements AutoCloseable {
  private final CellExecution execution = new CellExecution();
  private final JShell shell;
  private final SourceCodeAnalysis analysis;
  private final RuntimeErrors runtimeErrors = new RuntimeErrors();

  /**
   * Starts the engine.
   *
   * @param imports what every cell sees, for example {@code "java.util.*"}
   */
  public JavaEngine(List<String> imports) {
    shell =
        JShell.builder()
            .executionEngine(new Provider(), Map.of())
            .compilerOptions(CompilerOptions.forThisJvm())
            .in(System.in)
            .out(System.out)
            .err(System.err)
            .build();
    analysis = shell.sourceCodeAnalysis();
    imports.forEach(name -> shell.eval("import " + name + ";"));
  }

  /** Compiles and runs something without a trace, so that the first cell need not wait for it. */
  public void warmUp() {
    CellParts.of(analysis, Cell.whole(0, "1 + 1"));
    shell.eval("{ int warm = List.of(1).size(); }").forEach(e -> shell.drop(e.snippet()));
  }

  /**
   * Runs a cell, all of it or up to what fails.
   *
   * @param code the cell's source
   * @param number the execution count that names the cell in messages
   * @return the value of the last expression, or nothing where there is none, where it is void and
   *     where the cell ends with a semicolon
   * @throws CellFailure if the cell does not compile, throws or is interrupted
   */
  public Optional<CellValue> evaluate(String code, int number) throws CellFailure {
    return evaluate(Cell.whole(number, code));
  }

  Optional<CellValue> evaluate(Cell cell) throws CellFailure {
    CellParts parts = CellParts.of(analysis, cell);
    if (parts.isBroken()) {
      // Only the broken part is compiled and nothing of the cell runs.
      throw syntaxErrors(parts.parts().get(parts.parts().size() - 1));
    }
    Optional<CellValue> value = Optional.empty();
    List<DeclaredPart> pending = new ArrayList<>();
    for (Cell part : parts.parts()) {
      throwIfInterrupted(cell);
      value = evaluatePart(part, pending);
    }
    throwIfUnresolved(pending);
    return SourceText.endsWithSemicolon(cell.code()) ? Optional.empty() : value;
  }

  private record DeclaredPart(Cell part, DeclarationSnippet snippet) {}

  private CellFailure syntaxErrors(Cell part) {
    CompileErrors errors = new CompileErrors();
    for (SnippetEvent event : shell.eval(part.code())) {
      errors.add(part, shell.diagnostics(event.snippet()).toList());
    }
    if (errors.isEmpty()) {
      errors.add(part, part.code().stripTrailing().length(), "the cell ends too early");
    }
    return errors.asFailure();
  }

  private Optional<CellValue> evaluatePart(Cell part, List<DeclaredPart> pending)
      throws CellFailure {
    Optional<CellValue> value = Optional.empty();
    for (SnippetEvent event : shell.eval(part.code())) {
      Snippet snippet = event.snippet();
      if (event.causeSnippet() != null) {
        continue;
      }
      runtimeErrors.origin(snippet, part);
      throwIfRejected(part, event);
      throwIfInterrupted(part);
      throwIfThrown(part, event.exception());
      if (snippet instanceof DeclarationSnippet declaration && event.status() != Status.VALID) {
        pending.add(new DeclaredPart(part, declaration));
      }
      value = value(snippet);
    }
    return value;
  }

  private Optional<CellValue> value(Snippet snippet) {
    Object result = execution.takeValue();
    boolean isExpression =
        snippet.kind() == Snippet.Kind.EXPRESSION
            || snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    return isExpression ? Optional.of(new CellValue(result)) : Optional.empty();
  }

  private void throwIfRejected(Cell part, SnippetEvent event) throws CellFailure {
    if (event.status() == Status.REJECTED) {
      CompileErrors errors = new CompileErrors();
      errors.add(part, shell.diagnostics(event.snippet()).toList());
      if (errors.isEmpty()) {
        errors.add(part, 0, "the compiler rejects this without saying why");
      }
      throw errors.asFailure();
    }
  }

  private void throwIfThrown(Cell part, JShellException thrown) throws CellFailure {
    if (thrown != null) {
      throw runtimeErrors.failure(part, thrown);
    }
  }

  private void throwIfInterrupted(Cell cell) throws CellFailure {
    if (execution.takeStopRequest()) {
      throw new CellFailure(
          "Interrupted",
          "cell " + cell.number() + " was interrupted",
          List.of(
              Ansi.red(Ansi.bold("Interrupted")) + ": cell " + cell.number() + " was interrupted"));
    }
  }

  private void throwIfUnresolved(List<DeclaredPart> pending) throws CellFailure {
    CompileErrors errors = new CompileErrors();
    for (DeclaredPart declared : pending) {
      if (shell.status(declared.snippet()) != Status.VALID) {
        shell
            .unresolvedDependencies(declared.snippet())
            .forEach(
                missing ->
                    errors.add(
                        declared.part(), place(declared, missing), "cannot find " + missing));
      }
    }
    if (!errors.isEmpty()) {
      throw errors.asFailure();
    }
  }

  /** Returns where the missing name first stands in the part that needs it. */
  private static int place(DeclaredPart declared, String missing) {
    String name = missing.replaceFirst("^\\w+ ", "").replaceFirst("\\(.*", "");
    return Math.max(0, declared.part().code().indexOf(name));
  }

  /**
   * Returns what {@code work} returns, run so that {@link #interrupt()} ends it: for code of the
   * reader's that is called outside of cells, as {@code toString}.
   *
   * @throws CellFailure if it throws or is interrupted
   */
  public <T> T call(Callable<T> work) throws CellFailure {
    try {
      @SuppressWarnings("unchecked") // What the work returned.
      T result = (T) execution.run(work);
      return result;
    } catch (ExecutionControlException e) {
      throwIfInterrupted(Cell.whole(0, ""));
      Throwable thrown = execution.takeFailure();
      throw thrown instanceof CellFailure failure
          ? failure
          : runtimeErrors.failure(thrown == null ? e : thrown);
    }
  }

  /** Returns what is shown for something that was thrown outside of the cells' own code. */
  public CellFailure failure(Throwable thrown) {
    return runtimeErrors.failure(thrown);
  }

  /** Returns whether {@code code} ends inside of something, as a text block or brackets. */
  public boolean isOpen(String code) {
    return CellParts.of(analysis, Cell.whole(0, code)).end() == Completeness.DEFINITELY_INCOMPLETE;
  }

  /** Ends what runs, or the cell that is being compiled as soon as that is done. */
  public void interrupt() {
    shell.stop();
  }

  /** Forgets an interrupt that came when nothing ran. */
  public void clearInterrupt() {
    execution.takeStopRequest();
  }

  /** Makes the classes of a jar or folder known to the cells that follow. */
  public void addToClasspath(String path) {
    shell.addToClasspath(path);
  }

  /** Returns what helps while a cell is typed. */
  public Assistant assistant() {
    return new Assistant(shell);
  }

  @Override
  public void close() {
    shell.close();
  }

  private final class Provider implements ExecutionControlProvider {
    @Override
    public String name() {
      return "manabi";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
      return execution;
    }
  }
}
