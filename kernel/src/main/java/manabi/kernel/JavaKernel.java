package manabi.kernel;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.history.HistoryManager;
import io.github.spencerpark.jupyter.messages.MessageType;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import manabi.kernel.assist.Assistant;
import manabi.kernel.comm.CommRequests;
import manabi.kernel.comm.Comms;
import manabi.kernel.display.BaseKernelRenderer;
import manabi.kernel.display.MimeBundle;
import manabi.kernel.display.ValueRenderers;
import manabi.kernel.eval.CellFailure;
import manabi.kernel.eval.JavaEngine;
import manabi.kernel.eval.Lazy;
import manabi.kernel.magic.CellRunner;
import manabi.kernel.magic.MagicCalls;
import manabi.kernel.magic.MagicRegistry;
import manabi.kernel.magic.StandardMagics;
import manabi.kernel.output.CellOutlet;
import manabi.kernel.output.ClientDisplay;
import manabi.kernel.output.OutputBatcher;
import manabi.kernel.output.StreamPublisher;
import manabi.kernel.protocol.CellEnvironment;
import manabi.kernel.protocol.KernelConnection;
import manabi.kernel.protocol.Request;

/** The Java kernel: the base kernel's requests answered by {@link JavaEngine}. */
final class JavaKernel extends BaseKernel {

  /** What exists once the engine has started. */
  private record Session(
      JavaEngine engine, CellRunner runner, MagicCalls magics, Lazy<Assistant> assistant) {}

  private final OutputBatcher output;
  private final ClientDisplay display;
  private final CellServices services;
  private final ValueRenderers renderers;
  private final MagicRegistry magics;
  private final Extensions extensions;
  private final History history = new History(historyFile());
  private final CompletableFuture<Session> session;
  private final Interrupts interrupts;

  /** Answers the requests of {@code connection} with an engine that may still be starting. */
  static void serve(KernelConnection connection, EngineStart start) {
    JavaKernel kernel = new JavaKernel(connection, start);
    InterruptSignal.handle(kernel::interrupt);
    connection.connect();
  }

  private static HistoryFile historyFile() {
    Path home = Path.of(System.getProperty("user.home"));
    Path file = UserData.history(System.getenv(), System.getProperty("os.name"), home);
    return new HistoryFile(file, History.MAX_ENTRIES);
  }

  private JavaKernel(KernelConnection connection, EngineStart start) {
    renderers = start.renderers();
    magics = start.magics();
    extensions = start.extensions();
    setShouldReplaceStdStreams(false);
    StreamPublisher printed = new StreamPublisher(connection);
    output =
        new OutputBatcher(
            (parent, stream, text) -> printed.send(parent, stream, readable(start.engine(), text)));
    CellOutlet outlet = new CellOutlet(connection, output);
    display = new ClientDisplay(outlet);
    Comms comms = new Comms(outlet);
    IJavaKernel ijava =
        new IJavaKernel(
            new BaseKernelRenderer(renderers),
            magics,
            this::running,
            () -> executionCount.get() - 1);
    services =
        new CellServices(connection, output, renderers, display, comms, ijava, this::magicCalls);
    CellCalls.connect(services);
    System.setOut(output.stream("stdout"));
    System.setErr(output.stream("stderr"));
    System.setIn(new StandardInput(() -> services.ask("", false)));
    start.showOn(display);
    session = start.engine().thenApply(this::session);
    var unused = session.thenAccept(ready -> new WarmUp(ready.engine(), ready.assistant()).start());
    interrupts = new Interrupts(connection, session.thenApply(Session::engine));

    becomeHandlerForConnection(connection);
    ExecuteHandler cells = new ExecuteHandler(this, executionCount, history, output);
    connection.handle(MessageType.EXECUTE_REQUEST, cells);
    connection.handle(MessageType.COMPLETE_REQUEST, new CompleteHandler(this));
    connection.handle(MessageType.INSPECT_REQUEST, new InspectHandler(this));
    connection.handle(MessageType.IS_COMPLETE_REQUEST, new IsCompleteHandler(this));
    connection.handle(MessageType.KERNEL_INFO_REQUEST, new KernelInfoHandler(this));
    connection.handle(MessageType.INTERRUPT_REQUEST, this::interrupt);
    CommRequests.serve(connection, comms, this::runHandler);
    ShutdownHandler end = new ShutdownHandler(connection, history);
    connection.handle(MessageType.SHUTDOWN_REQUEST, end);
    end.install();
  }

  private static String readable(CompletableFuture<JavaEngine> engine, String printed) {
    boolean isReady = engine.isDone() && !engine.isCompletedExceptionally();
    return isReady ? engine.join().readable(printed) : printed;
  }

  private MagicCalls magicCalls() {
    return session.join().magics();
  }

  private Session session(JavaEngine engine) {
    StandardMagics standard =
        new StandardMagics(
            engine,
            System.out,
            display,
            () -> executionCount.get() - 1,
            classes -> engine.addImports(extensions.load(classes)));
    Lazy<Assistant> assistant = new Lazy<>(() -> new Assistant(engine.workspace(), magics::names));
    CellRunner runner = standard.addTo(magics);
    extensions.addMagics();
    return new Session(engine, runner, standard.calls(magics), assistant);
  }

  /**
   * Runs the cell of a request and returns its value as it is shown, or nothing.
   *
   * @throws CellFailure if the cell or a renderer fails, or an interrupt came before the cell began
   * @throws InterruptedException if the calling thread is interrupted
   */
  Optional<MimeBundle> run(CellEnvironment environment, String code, int number)
      throws CellFailure, InterruptedException {
    return interrupts
        .awaitEngine(environment, number)
        .call(
            () -> {
              // From here on an interrupt ends this thread; one that came before is seen now.
              Interrupts.throwIfInterrupted(environment, number);
              return run(code, number);
            });
  }

  /** Runs a cell on this thread and returns its value as it is shown, or nothing. */
  private Optional<MimeBundle> run(String code, int number) throws CellFailure {
    try {
      CellRunner runner = session.join().runner();
      return runner.run(code, number).map(value -> renderers.render(value.object()));
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
    JavaEngine engine = session.join().engine();
    engine
        .call(() -> run(code, executionCount.get()))
        .ifPresent(bundle -> bundle.data().forEach(data::putData));
    return data;
  }

  /** Returns what helps while a cell is typed. */
  Assistant assistant() {
    return session.join().assistant().get();
  }

  private void interrupt(CellEnvironment environment, Request request) {
    interrupts.interrupt(request.receivedNanos());
    environment.reply(new JsonObject());
  }

  @Override
  public void interrupt() {
    interrupts.interrupt(System.nanoTime());
  }

  /** Runs what a cell has left to be called later; what it throws is printed. */
  private boolean runHandler(Runnable handler) {
    try {
      session.join().engine().call(Executors.callable(handler));
      return true;
    } catch (CellFailure failure) {
      System.err.println(String.join("\n", failure.traceback()));
      return false;
    } finally {
      output.flush();
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
        .version(System.getProperty("java.version"))
        .mimetype("text/x-java")
        .fileExtension(".java")
        .pygments("java")
        .codemirror("text/x-java")
        .build();
  }
}
