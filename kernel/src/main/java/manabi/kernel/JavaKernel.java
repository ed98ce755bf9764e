package manabi.kernel;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.history.HistoryManager;
import io.github.spencerpark.jupyter.messages.MessageType;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import manabi.kernel.display.BaseKernelRenderer;
import manabi.kernel.display.MimeBundle;
import manabi.kernel.display.StackTraces;
import manabi.kernel.display.ValueRenderers;
import manabi.kernel.eval.Assistant;
import manabi.kernel.eval.CellFailure;
import manabi.kernel.eval.JavaEngine;
import manabi.kernel.magic.CellRunner;
import manabi.kernel.magic.MagicCalls;
import manabi.kernel.magic.MagicRegistry;
import manabi.kernel.magic.StandardMagics;
import manabi.kernel.output.ClientDisplay;
import manabi.kernel.output.OutputBatcher;
import manabi.kernel.protocol.CellEnvironment;
import manabi.kernel.protocol.KernelConnection;

/** The Java kernel: the base kernel's requests answered by {@link JavaEngine}. */
final class JavaKernel extends BaseKernel {

  /** What exists once the engine has started. */
  private record Session(
      JavaEngine engine, CellRunner runner, MagicCalls magics, Assistant assistant) {}

  private final OutputBatcher output;
  private final ClientDisplay display;
  private final CellServices services;
  private final ValueRenderers renderers = new ValueRenderers();
  private final MagicRegistry magics = new MagicRegistry();
  private final History history = new History();
  private final CompletableFuture<Session> session = new CompletableFuture<>();

  /** Answers the requests of {@code connection}; the engine starts in the background. */
  static void serve(KernelConnection connection) {
    JavaKernel kernel = new JavaKernel(connection);
    connection.connect();
    kernel.startEngine();
  }

  private JavaKernel(KernelConnection connection) {
    setShouldReplaceStdStreams(false);
    output = new OutputBatcher(new StreamPublisher(connection));
    display = new ClientDisplay(connection, output);
    IJavaKernel ijava =
        new IJavaKernel(
            new BaseKernelRenderer(renderers),
            magics,
            this::running,
            () -> executionCount.get() - 1);
    services =
        new CellServices(
            connection, output, renderers, display, ijava, () -> session.join().magics());
    CellCalls.connect(services);
    System.setOut(output.stream("stdout"));
    System.setErr(output.stream("stderr"));
    System.setIn(new StandardInput(services));

    becomeHandlerForConnection(connection);
    ExecuteHandler cells = new ExecuteHandler(this, executionCount, history, output);
    connection.handle(MessageType.EXECUTE_REQUEST, cells);
    connection.handle(MessageType.KERNEL_INFO_REQUEST, new KernelInfoHandler(this));
    connection.handle(MessageType.SHUTDOWN_REQUEST, new ShutdownHandler(connection));
    connection.handle(
        MessageType.INTERRUPT_REQUEST, (environment, request) -> interrupt(environment));
  }

  private void startEngine() {
    Thread starter = new Thread(this::start, "kernel start");
    starter.setDaemon(true);
    starter.start();
  }

  private void start() {
    try {
      Extensions extensions = new Extensions(renderers, display, magics);
      JavaEngine engine = new JavaEngine(extensions.importsAtStart());
      renderers.register(
          Throwable.class, thrown -> StackTraces.bundle(engine.failure(thrown).traceback()));
      engine.warmUp();
      StandardMagics standard =
          new StandardMagics(
              engine,
              System.out,
              display,
              () -> executionCount.get() - 1,
              classes -> engine.addImports(extensions.load(classes)));
      CellRunner runner = standard.addTo(magics);
      extensions.addMagics();
      session.complete(new Session(engine, runner, standard.calls(magics), engine.assistant()));
    } catch (Throwable e) {
      session.completeExceptionally(e);
    }
  }

  /**
   * Runs a cell and returns its value as it is shown, or nothing.
   *
   * @throws CellFailure if the cell or a renderer fails
   */
  Optional<MimeBundle> run(String code, int number) throws CellFailure {
    Session current = session.join();
    try {
      return current
          .engine()
          .call(() -> current.runner().run(code, number).map(v -> renderers.render(v.object())));
    } finally {
      services.bars().cellEnded();
    }
  }

  private IJavaKernel.Running running() {
    return new IJavaKernel.Running(session.join().engine(), session.join().runner());
  }

  @Override
  public DisplayData eval(String code) throws CellFailure {
    DisplayData data = new DisplayData();
    run(code, executionCount.get()).ifPresent(bundle -> bundle.data().forEach(data::putData));
    return data;
  }

  @Override
  public ReplacementOptions complete(String code, int cursor) {
    Assistant.Completions found = session.join().assistant().complete(code, cursor);
    return new ReplacementOptions(found.matches(), found.start(), cursor);
  }

  @Override
  public DisplayData inspect(String code, int cursor, boolean extraDetail) {
    return session.join().assistant().inspect(code, cursor).map(DisplayData::new).orElse(null);
  }

  @Override
  public String isComplete(String code) {
    Assistant assistant = session.join().assistant();
    return switch (assistant.completion(code)) {
      case COMPLETE -> IS_COMPLETE_YES;
      case INVALID -> IS_COMPLETE_BAD;
      case INCOMPLETE -> assistant.indent(code);
    };
  }

  private void interrupt(CellEnvironment environment) {
    interrupt();
    environment.reply(new JsonObject());
  }

  @Override
  public void interrupt() {
    if (session.isDone()) {
      session.join().engine().interrupt();
    }
  }

  @Override
  public HistoryManager getHistoryManager() {
    return history;
  }

  @Override
  public String getBanner() {
    return "Java " + Runtime.version() + " · Manabi kernel " + Version.TEXT;
  }

  @Override
  public LanguageInfo getLanguageInfo() {
    return new LanguageInfo.Builder("java")
        .version(String.valueOf(Runtime.version().feature()))
        .mimetype("text/x-java")
        .fileExtension(".java")
        .pygments("java")
        .codemirror("text/x-java")
        .build();
  }
}
