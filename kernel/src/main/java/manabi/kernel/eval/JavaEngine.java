package manabi.kernel.eval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Evaluates cells of Java in this JVM. Every method may be called from every thread: one thread at
 * a time compiles, while the cells' own code runs side by side.
 */
public final class JavaEngine implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(JavaEngine.class.getName());
  private static final int WARM_UP_MILLIS = 1_000;

  private final ReentrantLock shellLock = new ReentrantLock();
  private final CellClassLoader loader = new CellClassLoader(ClassLoader.getSystemClassLoader());
  private final CellExecution execution = new CellExecution(loader, shellLock);
  private final RuntimeErrors runtimeErrors;
  private final JShell shell;
  private final Workspace workspace;
  private final Javac javac;
  private final Snippets snippets;
  private final PlainCode plainCode;
  private boolean isWarming;

  /**
   * Starts the engine.
   *
   * @param imports what every cell sees, for example {@code "java.util.*"}
   */
  public JavaEngine(List<String> imports) {
    String own = System.getenv().getOrDefault(CompilerOptions.VARIABLE, "");
    List<String> options = CompilerOptions.forThisJvm(own);
    shell =
        JShell.builder()
            .executionEngine(new Provider(), Map.of())
            .compilerOptions(options.toArray(String[]::new))
            .fileManager(ClassPathFiles::forShell)
            .in(System.in)
            .out(System.out)
            .err(System.err)
            .build();
    workspace = new Workspace(shell, loader);
    javac = new Javac(loader, options);
    runtimeErrors = new RuntimeErrors(shell.sourceCodeAnalysis());
    Hints hints = new Hints(shell, workspace);
    snippets = new Snippets(shell, loader, execution, runtimeErrors, hints);
    plainCode = new PlainCode(snippets, javac, loader, execution, runtimeErrors);
    workspace.standardImports().add(imports);
    workspace.standardImports().startCompiler();
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
    return evaluateOnItsThread(Cell.whole(number, code));
  }

  /**
   * Runs a cell with code around it that the reader has not written and does not see in messages.
   *
   * @param before code that stands before the cell's first line
   * @param after code that stands behind its last line
   * @throws CellFailure as {@link #evaluate(String, int)}
   */
  public Optional<CellValue> evaluateInside(String before, String code, String after, int number)
      throws CellFailure {
    return evaluateOnItsThread(Cell.inside(before, number, code, after));
  }

  private Optional<CellValue> evaluateOnItsThread(Cell cell) throws CellFailure {
    try {
      return CellThread.call(() -> withShell(() -> evaluate(cell)));
    } catch (CellFailure | RuntimeException e) {
      throw e;
    } catch (ThreadDeath | CellStopped e) {
      throw RuntimeErrors.interrupted(cell.number());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has the second compiler read what it needs once the first cell is answered. */
  private void warmUpCompiler() {
    try {
      Thread.sleep(WARM_UP_MILLIS);
      ask(
          () -> {
            if (!javac.isWarm()) {
              plainCode.warmUp();
            }
            return null;
          });
    } catch (InterruptedException | RuntimeException e) {
      LOG.log(Level.FINE, "not warmed up, or closed", e);
    }
  }

  /** Returns what {@code work} returns, which has the shell for itself and is not interrupted. */
  private <T> T withShell(Callable<T> work) throws Exception {
    Callable<T> alone =
        () -> {
          shellLock.lock();
          try {
            return work.call();
          } finally {
            shellLock.unlock();
          }
        };
    Optional<CellThread> cell = CellThread.current();
    return cell.isPresent() ? cell.get().kernelCode(alone) : alone.call();
  }

  private <T> T ask(Callable<T> work) {
    try {
      return withShell(work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("asking the shell throws nothing that is checked", e);
    }
  }

  private Optional<CellValue> evaluate(Cell cell) throws CellFailure {
    CellParts parts = CellParts.of(shell.sourceCodeAnalysis(), cell);
    workspace.standardImports().giveFor(cell.code());
    if (parts.isBroken()) {
      throw snippets.syntaxErrors(parts.parts().get(parts.parts().size() - 1));
    }
    try {
      return new CellEvaluation(snippets, javac, plainCode, cell).run(parts.parts());
    } finally {
      if (!isWarming) {
        isWarming = true;
        Thread warmUp = new Thread(this::warmUpCompiler, "kernel compiler");
        warmUp.setDaemon(true);
        warmUp.start();
      }
    }
  }

  /**
   * Returns what {@code work} returns, run so that {@link #interrupt()} ends it: for code of the
   * reader's that is called outside of cells, as {@code toString}.
   *
   * @throws CellFailure if it throws or is interrupted
   */
  public <T> T call(Callable<T> work) throws CellFailure {
    try {
      return CellThread.call(() -> CellThread.current().orElseThrow().cellCode(work));
    } catch (CellFailure failure) {
      throw failure;
    } catch (Throwable thrown) {
      throw runtimeErrors.failure(thrown);
    }
  }

  /** Returns what is shown for something that was thrown outside of the cells' own code. */
  public CellFailure failure(Throwable thrown) {
    return runtimeErrors.failure(thrown);
  }

  /** Returns what cells print as the reader is to see it, with the cells' lines in stack traces. */
  public String readable(String printed) {
    return new PrintedText(runtimeErrors).readable(printed);
  }

  /** Returns whether {@code code} ends inside of something, as a text block or brackets. */
  public boolean isOpen(String code) {
    CellParts parts = ask(() -> CellParts.of(shell.sourceCodeAnalysis(), Cell.whole(0, code)));
    return parts.end() == Completeness.DEFINITELY_INCOMPLETE;
  }

  /** Ends the cells that run, or are being compiled as soon as that is done; returns at once. */
  public void interrupt() {
    CellThread.stopAll();
  }

  /** Returns whether a cell is being compiled or runs, of whichever engine of this JVM. */
  public static boolean isAnyCellRunning() {
    return CellThread.isAnyAlive();
  }

  /** Makes the classes of a jar or folder known to the cells that follow. */
  public void addToClasspath(String path) {
    ask(
        () -> {
          shell.addToClasspath(path);
          javac.addToClasspath(path);
          workspace.addToClasspath(path);
          return null;
        });
  }

  /** Adds to what every cell sees, each as {@code "java.util.*"}. */
  public void addImports(List<String> imports) {
    ask(
        () -> {
          workspace.standardImports().add(imports);
          return null;
        });
  }

  /** Does what the first cell with a name in it would else wait for. */
  public void warmUp() {
    var unused = ask(workspace.standardImports()::names);
  }

  /** Returns what loads the classes of cells, and those of jars that cells have added. */
  public ClassLoader cellClassLoader() {
    return loader;
  }

  /** Returns what cells have declared so far. */
  public Workspace workspace() {
    return workspace;
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
