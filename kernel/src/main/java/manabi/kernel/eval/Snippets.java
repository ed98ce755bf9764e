package manabi.kernel.eval;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import manabi.kernel.eval.CellExecution.Outcome;

/** Parts of cells as JShell's snippets: evaluated one at a time, with what JShell says of them. */
final class Snippets {
  /** A declaration that may need something which does not exist yet. */
  record Pending(Cell part, DeclarationSnippet snippet) {}

  private static final Set<Status> UNDEFINED =
      EnumSet.of(Status.RECOVERABLE_DEFINED, Status.RECOVERABLE_NOT_DEFINED);

  private final JShell shell;
  private final CellClassLoader loader;
  private final CellExecution execution;
  private final RuntimeErrors runtimeErrors;
  private final Hints hints;
  private final Variables variables = new Variables();

  Snippets(
      JShell shell,
      CellClassLoader loader,
      CellExecution execution,
      RuntimeErrors runtimeErrors,
      Hints hints) {
    this.shell = shell;
    this.loader = loader;
    this.execution = execution;
    this.runtimeErrors = runtimeErrors;
    this.hints = hints;
  }

  JShell shell() {
    return shell;
  }

  Variables variables() {
    return variables;
  }

  /** Returns whether there is a method or type of that name, which would be replaced. */
  boolean isDeclared(String name) {
    return Stream.concat(shell.methods(), shell.types())
        .anyMatch(declared -> declared.name().equals(name));
  }

  /**
   * Returns a list for errors, still empty.
   *
   * @param declared the names that the cell itself declares
   */
  CompileErrors errors(Collection<String> declared) {
    return new CompileErrors(hints, declared);
  }

  private CompileErrors errors() {
    return errors(List.of());
  }

  /** Returns what is wrong with a part that the parser refuses; nothing runs. */
  CellFailure syntaxErrors(Cell part) {
    CompileErrors errors = errors();
    for (SnippetEvent event : shell.eval(part.code())) {
      errors.add(part, shell.diagnostics(event.snippet()).toList());
    }
    if (errors.isEmpty()) {
      errors.add(part, part.code().stripTrailing().length(), "the cell ends too early");
    }
    return errors.asFailure();
  }

  /**
   * Makes a declaration; returns false if the compiler refuses it as things are.
   *
   * @param pending takes the declaration if it is not complete
   */
  boolean declare(Cell part, List<Pending> pending) throws CellFailure {
    throwIfInterrupted(part);
    List<SnippetEvent> events = shell.eval(part.code());
    if (events.stream().anyMatch(event -> event.status() == Status.REJECTED)) {
      return false;
    }
    take(part, events, pending);
    return true;
  }

  /** Returns the value of the variable whose name is all of a part, if it is one. */
  Optional<CellValue> value(Cell part) throws CellFailure {
    throwIfInterrupted(part);
    return variables.value(part.code().strip());
  }

  /**
   * Runs a part of a cell and returns the value of the expression that it is, if it is one.
   *
   * @param pending takes declarations that are not complete
   * @throws CellFailure if it does not compile, throws or is interrupted
   */
  Optional<CellValue> evaluate(Cell part, List<Pending> pending) throws CellFailure {
    throwIfInterrupted(part);
    return take(part, shell.eval(part.code()), pending);
  }

  private Optional<CellValue> take(Cell part, List<SnippetEvent> events, List<Pending> pending)
      throws CellFailure {
    Outcome outcome = execution.takeOutcome();
    Optional<CellValue> value = Optional.empty();
    for (SnippetEvent event : events) {
      Snippet snippet = event.snippet();
      boolean isMain = event.causeSnippet() == null;
      if (isMain) {
        throwIfRejected(part, event);
        runtimeErrors.origin(snippet, part);
        if (snippet instanceof DeclarationSnippet declared && event.status() != Status.VALID) {
          pending.add(new Pending(part, declared));
        }
        forgetCodeThatHasRun(snippet);
        value = isExpression(snippet) ? Optional.of(new CellValue(outcome.value())) : value;
      }
      follow(event, isMain);
    }
    throwIfThrown(part, events, outcome);
    return value;
  }

  private static boolean isExpression(Snippet snippet) {
    return snippet.kind() == Snippet.Kind.EXPRESSION
        || snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
  }

  /** Keeps the values of variables where JShell would lose them, and frees those of expressions. */
  private void follow(SnippetEvent event, boolean isMain) {
    if (!(event.snippet() instanceof VarSnippet variable)) {
      return;
    }
    if (UNDEFINED.contains(event.status())) {
      variables.undefined(variable);
    } else if (event.status() == Status.VALID) {
      follow(variable, isMain);
    }
  }

  private void follow(VarSnippet variable, boolean isMain) {
    Class<?> holder = holder(variable);
    if (variable.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
      variables.dropped(variable, holder);
      loader.forget(holder.getName());
      shell.drop(variable);
    } else if (isMain) {
      variables.declared(variable, holder);
    } else {
      variables.moved(variable, holder);
    }
  }

  private void forgetCodeThatHasRun(Snippet snippet) {
    if (snippet.kind() == Snippet.Kind.EXPRESSION || snippet.kind() == Snippet.Kind.STATEMENT) {
      loader.forget(holderName(snippet));
    }
  }

  private String holderName(Snippet snippet) {
    return shell.sourceCodeAnalysis().wrapper(snippet).fullClassName();
  }

  private Class<?> holder(Snippet snippet) {
    try {
      return loader.loadClass(holderName(snippet));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a valid snippet must have a class", e);
    }
  }

  private void throwIfRejected(Cell part, SnippetEvent event) throws CellFailure {
    if (event.status() == Status.REJECTED) {
      CompileErrors errors = errors();
      errors.add(part, shell.diagnostics(event.snippet()).toList());
      if (errors.isEmpty()) {
        errors.add(part, 0, "the compiler rejects this without saying why");
      }
      throw errors.asFailure();
    }
  }

  private void throwIfThrown(Cell part, List<SnippetEvent> events, Outcome outcome)
      throws CellFailure {
    throwIfInterrupted(part);
    if (outcome.thrown() != null) {
      throw runtimeErrors.failure(outcome.thrown());
    }
    for (SnippetEvent event : events) {
      if (event.exception() instanceof UnresolvedReferenceException unresolved) {
        CompileErrors errors = errors();
        String name = unresolved.getSnippet().name();
        errors.add(part, 0, "calls " + name + ", which does not compile yet");
        throw errors.asFailure();
      }
    }
  }

  static void throwIfInterrupted(Cell part) throws CellFailure {
    if (CellThread.current().orElseThrow().isStopped()) {
      throw RuntimeErrors.interrupted(part.number());
    }
  }

  /** Throws if one of the declarations needs something that does not exist. */
  void throwIfUnresolved(List<Pending> pending) throws CellFailure {
    CompileErrors errors = errors();
    for (Pending declared : pending) {
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
  private static int place(Pending declared, String missing) {
    String name = missing.replaceFirst("^\\w+ ", "").replaceFirst("\\(.*", "");
    return Math.max(0, declared.part().code().indexOf(name));
  }

  /** Says which variables could not keep their values. */
  void tellReset() {
    List<String> names = variables.takeReset();
    if (!names.isEmpty()) {
      System.err.println("reset, because their type has changed: " + String.join(", ", names));
    }
  }
}
